import { describe, expect, it } from 'vitest';
import { listSourceMutants } from './list-source-mutants.js';
import { SOURCE_MUTATORS } from './mutators.js';
import { applySourceMutant } from './source-mutant.js';

/** The texts that a mutator makes of a module. */
function mutate(mutator: string, text: string): string[] {
  return listSourceMutants('a.ts', text)
    .filter((mutant) => mutant.mutator === mutator)
    .map((mutant) => applySourceMutant(text, mutant));
}

const CASES: Readonly<Record<string, readonly [text: string, ...mutants: string[]]>> = {
  'negate-condition': ['if (a) b();', 'if (!(a)) b();'],
  'drop-negation': ['f(!a, -1);', 'f((a), -1);', 'f(!a, (1));'],
  'flip-boolean': ['f(true, false);', 'f(false, false);', 'f(true, true);'],
  logical: ['f(a && b || c);', 'f(((a && b) && c));', 'f((a || b) || c);'],
  nullish: ['f(a ?? b);', 'f((a || b));', 'f((a && b));'],
  boundary: ['f(a < b);', 'f((a <= b));', 'f((a >= b));'],
  equality: ['f(a === b);', 'f((a !== b));'],
  arithmetic: ['f(a + b);', 'f((a - b));'],
  update: ['for (;;) i++;', 'for (;;) i--;'],
  'empty-string': [`f("a", \`\${b}\`, "");`, `f('', \`\${b}\`, "");`, 'f("a", ``, "");'],
  'empty-array': ['f([a], []);', 'f([], []);'],
  'empty-object': ['f({ a }, {});', 'f(({}), {});'],
  'drop-statement': ['f(); throw a;', '; throw a;', 'f(); ;'],
  'drop-await': ['await f();', '(f());'],
  'drop-optional-chain': [
    'f(a?.b, a?.[0], a?.());',
    'f(a.b, a?.[0], a?.());',
    'f(a?.b, a[0], a?.());',
    'f(a?.b, a?.[0], a());',
  ],
  'return-nothing': ['const f = () => a;', 'const f = () => undefined;'],
};

describe('listSourceMutants', () => {
  it.each(Object.entries(CASES))('changes every place of %s', (mutator, [text, ...mutants]) => {
    expect(mutate(mutator, text)).toEqual(mutants);
  });

  it('has a case of each mutator', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(SOURCE_MUTATORS).sort());
  });

  it.each([
    'import a from "b";',
    'export * from "c";',
    "type A = 'b' | true;",
    "interface A { readonly b: 'c' }",
    "let a: 'b' | undefined;",
    'return undefined;',
    'super();',
  ])('leaves what does not run as it is: %s', (text) => {
    expect(listSourceMutants('a.ts', text)).toEqual([]);
  });

  it('leaves names of properties, and joined strings, as they are', () => {
    expect(mutate('empty-string', "f({ 'a-b': c });")).toEqual([]);
    expect(mutate('arithmetic', "f('a' + b);")).toEqual([]);
  });

  it('names a mutant by its surroundings, not by its line', () => {
    const text = 'class A { b() { return (c) => { if (c) d(); if (c) d(); }; } }';
    const names = (source: string) =>
      listSourceMutants('a.ts', source).flatMap(({ name, mutator }) =>
        mutator === 'negate-condition' ? [name] : [],
      );
    expect(names(text)).toEqual([
      'a.ts A.b: negate-condition c → !(c)',
      'a.ts A.b: negate-condition c → !(c) (2)',
    ]);
    expect(names(`\n\n${text}`)).toEqual(names(text));
  });
});

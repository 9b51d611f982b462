import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import { LddPayError } from 'lddpay';
import { describe, expect, it } from 'vitest';
import { createConsole, formatUncaught } from './console.js';

/** Uses all methods whose output does not depend on the time. */
function useConsole(console: Console): void {
  console.table([{ id: 'pay_1', amount: 10 }, { id: 'pay_2', deep: { a: 1, b: 2, c: 3 } }, 5]);
  console.table({ first: [1, 2], second: [3, 'ü'] });
  console.table([{ a: 1, b: 2 }], ['b']);
  console.table('text');
  console.table([]);
  console.group('title', 1);
  console.log({ a: 'x'.repeat(80), b: [1] }, '\nnext');
  console.group();
  console.count();
  console.groupEnd();
  console.count();
  console.count('named');
  console.groupEnd();
  console.groupEnd();
  console.countReset();
  console.count();
  console.assert(true, 'kept');
  console.assert(false);
  console.assert(false, 'lost', { a: 1 });
  console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
}

describe('the console of an example', () => {
  it.each([
    ['strings', ['a', 'b']],
    ['primitives', [1, -0, 1n, true, undefined, null, Symbol('s')]],
    ['nested objects', [{ id: 'pay_1', list: [{ deep: { deeper: { deepest: 1 } } }], text: "it's" }]],
    ['maps, sets and dates', [new Map([['a', new Set([1])]]), new Date(0)]],
    ['long arrays', [Array.from({ length: 120 }, (_, index) => index)]],
    ['a format', ['%s is %d and %o %%', 'a', 1, { b: 2 }, 'rest']],
    ['functions and classes', [() => {}, class Named {}]],
  ])('prints %s as Node.js does', (_, values) => {
    const printed: string[] = [];
    const { log } = createConsole((text) => printed.push(text)) as Console;
    log(...values);
    expect(printed.join('')).toBe(`${format(...values)}\n`);
  });

  it('prints an error as Node.js does, without the frames of its stack', () => {
    const cause = new TypeError('lost');
    const error = new LddPayError('voidPayment: lost', { kind: 'network', outcome: 'unknown', cause });
    const printed = formatUncaught(error);
    // The expected error is printed by Node.js.
    cause.stack = 'TypeError: lost';
    error.stack = 'LddPayError: voidPayment: lost';
    expect(printed).toBe(`Uncaught ${inspect(error)}\n`);
    expect(printed).toContain("kind: 'network'");
    expect(printed).not.toContain('    at ');
  });

  it('prints tables, groups, counts and assertions as Node.js does', () => {
    const printed: string[] = [];
    const stdout = new Writable({
      write: (chunk, _, done) => {
        printed.push(String(chunk));
        done();
      },
    });
    useConsole(new Console({ stdout, stderr: stdout }));
    const expected = printed.splice(0).join('');
    useConsole(createConsole((text) => printed.push(text)) as Console);
    expect(printed.join('')).toBe(expected);
  });

  it('prints the time since the start of a timer', () => {
    const printed: string[] = [];
    const { time, timeEnd } = createConsole((text) => printed.push(text)) as Console;
    time('a');
    timeEnd('a');
    timeEnd('a');
    expect(printed).toEqual([expect.stringMatching(/^a: \d+\.\d{3}ms\n$/)]);
  });

  it('prints a value that is no error', () => {
    expect(formatUncaught('text')).toBe("Uncaught 'text'\n");
  });
});

import { describe, expect, it } from 'vitest';
import { compileProgram } from './compile-program.js';

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<void>;

/** Runs blocks up to one of them, and returns what they printed. */
async function run(blocks: readonly string[], last: number, modules: Record<string, object> = {}) {
  const printed: unknown[] = [];
  const program = new AsyncFunction('require', 'exports', 'print', 'startBlock', compileProgram(blocks));
  const load = (name: string) => ({ __esModule: true, ...modules[name] });
  await program(
    load,
    {},
    (value: unknown) => printed.push(value),
    (index: number) => index <= last,
  );
  return printed;
}

describe('compileProgram', () => {
  it('removes types and awaits at the top level', async () => {
    const block = 'const sum: number = await Promise.resolve(1 as const);\nprint(sum satisfies number);';
    expect(await run([block], 0)).toEqual([1]);
  });

  it('gives each block after the first a scope of its own, within that of the first', async () => {
    const blocks = [
      'const one = 1;',
      'const two = 2; print(one + two);',
      'const two = 20; print(one + two);',
    ];
    expect(await run(blocks, 2)).toEqual([3, 21]);
  });

  it('ends before the block that startBlock refuses', async () => {
    expect(await run(['print(0);', 'print(1);', 'print(2);'], 1)).toEqual([0, 1]);
  });

  it('imports modules by name, by default and as JSON, in any block and over several lines', async () => {
    const blocks = [
      "import {\n  first,\n  type Unused,\n} from 'names';\nprint(first);",
      "import json from 'json' with { type: 'json' };\nimport { first } from \"names\"\nprint(json.key + first);",
    ];
    const modules = { names: { first: 'f' }, json: { default: { key: 'k' } } };
    expect(await run(blocks, 1, modules)).toEqual(['f', 'kf']);
  });

  it('names the line and column in the block of an error', () => {
    const compile = () => compileProgram(['const a = 1;', '\n\nconst = 2;']);
    expect(compile).toThrow(/\(3:7\)/);
    try {
      compile();
    } catch (error) {
      expect(Object.keys(Object(error))).toEqual([]);
    }
  });

  it('compiles a page without blocks', async () => {
    expect(await run([], 0)).toEqual([]);
  });

  it('lets the first block declare the names that it is given', async () => {
    const blocks = ["import { first } from 'names';\nconst require = first, exports = 2;", 'print(require);'];
    expect(await run(blocks, 1, { names: { first: 'f' } })).toEqual(['f']);
  });
});

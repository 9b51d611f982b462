import { describe, expect, it } from 'vitest';
import { FOREIGN_TOOLS } from './foreign-tools.js';
import { readOptions, USAGE } from './options.js';

describe('readOptions', () => {
  it('selects all tools by default', () => {
    expect(readOptions([])?.tools).toEqual(FOREIGN_TOOLS.map(({ name }) => name));
  });

  it('selects the tools that are named', () => {
    expect(readOptions(['--only', 'msw', '--only', 'orval'])?.tools).toEqual(['orval', 'msw']);
  });

  it('rejects a tool that does not exist', () => {
    expect(() => readOptions(['--only', 'other'])).toThrow("There is no tool 'other'.");
  });

  it('asks for help with --help', () => {
    expect(readOptions(['--help'])).toBeUndefined();
  });
});

it('names every tool in the usage', () => {
  for (const { name } of FOREIGN_TOOLS) expect(USAGE).toContain(name);
});

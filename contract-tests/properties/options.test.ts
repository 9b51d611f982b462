import { describe, expect, it } from 'vitest';
import { OPERATION_IDS, readOptions, readSeed, SEED_VARIABLE } from './options.js';

describe('readOptions', () => {
  it('takes all operations and targets, and 100,000 requests, by default', () => {
    expect(readOptions([], {})).toMatchObject({
      requests: 100_000,
      operations: OPERATION_IDS,
      targets: ['the sandbox', 'the sandbox over HTTP', 'the mock'],
    });
  });

  it('takes the seed of the option, else of the environment, else another one each time', () => {
    const env = { [SEED_VARIABLE]: '5' };
    expect(readOptions(['--seed', '7'], env)?.seed).toBe(7);
    expect(readOptions([], env)?.seed).toBe(5);
    expect(new Set([1, 2, 3].map(() => readOptions([], {})?.seed)).size).toBe(3);
  });

  it('selects operations and targets', () => {
    const options = readOptions(
      ['--operation', 'voidPayment', '--operation', 'getToken', '--target', 'the mock'],
      {},
    );
    expect(options).toMatchObject({ operations: ['getToken', 'voidPayment'], targets: ['the mock'] });
  });

  it.each([
    [['--requests', '0'], '--requests'],
    [['--seed', '-1'], '--seed'],
    [['--seed', '1e3'], '--seed must'],
    [['--operation', 'pay'], "operation 'pay'"],
    [['--target', 'Prism'], "target 'Prism'"],
  ])('rejects %j', (args, message) => {
    expect(() => readOptions(args, {})).toThrow(message);
  });
});

describe('readSeed', () => {
  it('takes the seed of the environment, else the given one', () => {
    expect(readSeed({ [SEED_VARIABLE]: '5' }, 1)).toBe(5);
    expect(readSeed({ [SEED_VARIABLE]: '' }, 1)).toBe(1);
    expect(() => readSeed({ [SEED_VARIABLE]: 'x' }, 1)).toThrow(SEED_VARIABLE);
  });
});

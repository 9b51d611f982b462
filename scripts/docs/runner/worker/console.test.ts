import { format, inspect } from 'node:util';
import { LddPayError } from 'lddpay';
import { describe, expect, it } from 'vitest';
import { createConsole, formatUncaught } from './console.js';

type TestConsole = Record<'log' | 'error' | 'dir', (...values: unknown[]) => void>;

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
    const { log } = createConsole((text) => printed.push(text)) as TestConsole;
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

  it('prints a value that is no error', () => {
    expect(formatUncaught('text')).toBe("Uncaught 'text'\n");
  });
});

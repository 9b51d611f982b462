import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyGuard } from '../call/key-guard.js';
import type { LddPayError } from '../errors.js';

/** Tests that a guard tells bodies apart, with bodies of any form. */
export function testBodies(runs: number): void {
  describe('createKeyGuard', () => {
    /** Creates a guard and returns a function that uses a key for a body. */
    function setUp() {
      const guard = createKeyGuard();
      return (key: string, body: unknown) => guard.use(key, ['requestPayment', { body }], 0);
    }

    /** Whether a guard accepts a key for a body. Thousands of assertions take seconds. */
    function accepts(guard: ReturnType<typeof setUp>, body: unknown): boolean {
      try {
        guard('key', body);
        return true;
      } catch (error) {
        const { kind, outcome } = error as LddPayError;
        if (kind === 'config' && outcome === 'not_sent') return false;
        throw error;
      }
    }

    // With little to choose from, so that bodies are often alike.
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(
          1,
          12,
          -1,
          true,
          null,
          '',
          '1',
          'a',
          '"',
          '\\',
          '\\"',
          ',',
          '{',
          ']',
          '":"',
          'a":1,"b',
        ),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c', ',', '"'), tie('tree'), { maxKeys: 3 }),
      ),
    }));

    it('rejects bodies that differ in more than the order of properties', () => {
      fc.assert(
        fc.property(tree, tree, (first, second) => {
          const guard = setUp();
          guard('key', first);
          const same = isDeepStrictEqual(plain(first), plain(second));

          return accepts(guard, second) === same;
        }),
        { numRuns: runs },
      );
    });

    it('accepts bodies that differ only in the order of properties', () => {
      fc.assert(
        fc.property(tree, (body) => {
          const guard = setUp();
          guard('key', body);

          return accepts(guard, reversed(body));
        }),
        { numRuns: runs / 5 },
      );
    });

    it('distinguishes bodies whose amounts differ by as much in both directions', () => {
      const pair = (amount: number) => ({ first: amount, second: 1_000 - amount });
      const accepted: number[][] = [];
      for (let amount = 0; amount < runs / 10; amount += 1) {
        const guard = setUp();
        guard('key', pair(amount));
        for (let step = 1; step < 20; step += 1) {
          if (accepts(guard, pair(amount + step))) accepted.push([amount, step]);
        }
      }

      expect(accepted).toEqual([]);
    });

    it('distinguishes bodies that differ in one digit', () => {
      const accepted: number[][] = [];
      for (let amount = 0; amount < runs / 2.5; amount += 1) {
        const guard = setUp();
        guard('key', { amount });
        for (const other of [amount + 1, amount * 10 + 1]) {
          if (accepts(guard, { amount: other })) accepted.push([amount, other]);
        }
      }

      expect(accepted).toEqual([]);
    });
  });
}

/** Returns a value as JSON represents it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Returns a value with the properties of its objects in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

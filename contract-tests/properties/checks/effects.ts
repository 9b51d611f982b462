import type { Target } from '../targets/target.js';

/**
 * Runs something, and finds out whether money moved meanwhile.
 *
 * @returns The result, and the number of effects in the ledger; 0 where there is no ledger.
 */
export async function countEffects<Value>(
  { sandbox }: Target,
  run: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly effects: number }> {
  const before = sandbox?.ledger().length ?? 0;
  const value = await run();
  return { value, effects: (sandbox?.ledger().length ?? 0) - before };
}

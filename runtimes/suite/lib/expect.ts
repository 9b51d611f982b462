import { isLddPayError, type LddPayError } from 'lddpay';

/**
 * Compares a value with the expected one. Properties that the expected one does not name can be anything.
 *
 * @throws Error that names the first property that differs.
 */
export function expectMatch(actual: unknown, expected: unknown, place = 'the value'): void {
  if (typeof expected !== 'object' || expected === null) {
    if (!Object.is(actual, expected)) throw new Error(`${place} is ${show(actual)}, not ${show(expected)}`);
    return;
  }
  if (typeof actual !== 'object' || actual === null) {
    throw new Error(`${place} is ${show(actual)}, not ${show(expected)}`);
  }
  if (Array.isArray(expected)) {
    expectMatch((actual as ArrayLike<unknown>).length, expected.length, `the length of ${place}`);
  }
  for (const [name, value] of Object.entries(expected)) {
    expectMatch((actual as Record<string, unknown>)[name], value, `${place}.${name}`);
  }
}

/** @throws Error with the reason when a condition is false. */
export function expectTrue(holds: boolean, reason: string): void {
  if (!holds) throw new Error(reason);
}

/** Returns the error of a call. Rejects when the call succeeds or throws an error of another class. */
export async function failureOf(call: PromiseLike<unknown>): Promise<LddPayError> {
  let value: unknown;
  try {
    value = await call;
  } catch (error) {
    if (isLddPayError(error)) return error;
    throw error;
  }
  throw new Error(`the call succeeded with ${show(value)}`);
}

/** Returns the error that a function throws. */
export function catchError(act: () => unknown): Promise<LddPayError> {
  return failureOf(Promise.resolve().then(act));
}

/** Measures how long something takes, in ms. */
export async function measureTime(act: PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await act;
  return performance.now() - started;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

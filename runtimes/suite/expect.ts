import { isLddPayError, type LddPayError } from 'lddpay';

/**
 * Compares what is there with what has to be: members of objects that are not named can be anything.
 *
 * @throws Error that names the first place where they differ.
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

/** @throws Error with the reason when something does not hold. */
export function expectTrue(holds: boolean, reason: string): void {
  if (!holds) throw new Error(reason);
}

/** The error that a call fails with. Rejects when it succeeds, or fails with another kind of error. */
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

/** The error that a function throws. */
export function thrownBy(act: () => unknown): Promise<LddPayError> {
  return failureOf(Promise.resolve().then(act));
}

/** How long something takes, in milliseconds. */
export async function timeOf(act: PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await act;
  return performance.now() - started;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

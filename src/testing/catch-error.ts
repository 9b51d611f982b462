import { isLddPayError, type LddPayError } from '../errors.js';

/** Returns the error that a call rejects with or a function throws. Throws when there is no LddPayError. */
export async function catchError(call: PromiseLike<unknown> | (() => unknown)): Promise<LddPayError> {
  try {
    await (typeof call === 'function' ? call() : call);
  } catch (error) {
    if (isLddPayError(error)) return error;
    throw new Error('The error is not an LddPayError.', { cause: error });
  }
  throw new Error('There was no error.');
}

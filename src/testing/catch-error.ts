import { inspect } from 'node:util';
import { isLddPayError, type LddPayError } from '../errors.js';
import { findSecrets } from './secrets.js';

/**
 * Returns the error that a call rejects with or a function throws. Throws when there is no LddPayError, or when a
 * form in which it can be printed has a secret.
 */
export async function catchError(call: PromiseLike<unknown> | (() => unknown)): Promise<LddPayError> {
  try {
    await (typeof call === 'function' ? call() : call);
  } catch (error) {
    if (!isLddPayError(error)) throw new Error('The error is not an LddPayError.', { cause: error });
    const printed = `${inspect(error, { depth: 8, showHidden: true })} ${JSON.stringify(error)} ${error.stack}`;
    const [secret] = findSecrets(printed);
    if (secret) throw new Error(`The error shows a secret: ${secret}.`);
    return error;
  }
  throw new Error('There was no error.');
}

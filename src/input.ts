import type { Input } from '../generated/methods.js';
import type { Operation } from '../generated/operations.js';
import { configError } from './errors.js';
import type { CallOptions } from './options.js';

/**
 * Checks what can be checked before anything is sent.
 *
 * @throws LddPayError of kind `config` that names the argument.
 */
export function checkInput(operation: Operation, input: Input, headers: CallOptions['headers'] = {}): void {
  for (const [name, pattern] of Object.entries(operation.pathParameters)) {
    const value = input.path?.[name];
    if (typeof value !== 'string' || !new RegExp(pattern).test(value)) {
      throw configError(`\`${name}\` must match ${pattern}.`);
    }
  }
  if (operation.body === 'required' && (typeof input.body !== 'object' || input.body === null)) {
    throw configError('`body` is required and must be an object.');
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!isHeader(name, value))
      throw configError(`\`headers\`: ${JSON.stringify(name)} cannot be sent as an HTTP header.`);
  }
}

function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

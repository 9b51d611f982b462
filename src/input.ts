import type { Input } from '../generated/methods.js';
import type { Operation } from '../generated/operations.js';
import { configError } from './errors.js';
import { isHeader } from './headers.js';

/**
 * Checks what can be checked before anything is sent.
 *
 * @throws LddPayError of kind `config` that names the argument.
 */
export function checkInput(
  operation: Operation,
  input: Input,
  headers: Readonly<Record<string, string>> = {},
): void {
  for (const [name, pattern] of Object.entries(operation.pathParameters)) {
    const value = input.path?.[name];
    if (typeof value !== 'string' || !new RegExp(pattern).test(value)) {
      throw configError(`\`${name}\` must match ${pattern}.`);
    }
  }
  checkObject('query', operation.query, input.query);
  checkObject('body', operation.body, input.body);
  for (const [name, value] of Object.entries(headers)) {
    if (!isHeader(name, value)) {
      throw configError(`\`headers\`: ${JSON.stringify(name)} cannot be sent as an HTTP header.`);
    }
  }
}

function checkObject(name: string, presence: Operation['body'], value: unknown): void {
  if (value === undefined || value === null) {
    if (presence === 'required') throw configError(`\`${name}\` is required.`);
  } else if (typeof value !== 'object' || Array.isArray(value)) {
    throw configError(`\`${name}\` must be an object.`);
  }
}

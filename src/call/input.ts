import type { Input } from '../../generated/methods.js';
import type { Operation } from '../../generated/operations.js';
import { configError } from '../errors.js';
import { isSignal, requireInteger, requireMilliseconds } from '../lib/checks.js';
import { isHeader } from '../lib/headers.js';
import { valuesAt } from '../lib/values-at.js';
import type { CallOptions } from '../options.js';
import { checkKey } from './idempotency.js';

/** Copies the input: what its caller changes later must not change a retry or another page. */
export function snapshot(input: Input): Input {
  return { path: copyOf(input.path), query: copyOf(input.query), body: copyOf(input.body) };
}

function copyOf<T>(value: T): T {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : value;
}

/**
 * Checks the options of a call.
 *
 * @throws LddPayError of kind `config` that names the option.
 */
export function checkOptions(operation: Operation, options: CallOptions): void {
  checkKey(operation, options.idempotencyKey);
  if (options.signal !== undefined && !isSignal(options.signal)) {
    throw configError('`signal` must be an AbortSignal.');
  }
  if (options.attemptTimeout !== undefined) requireMilliseconds('attemptTimeout', options.attemptTimeout);
  if (options.deadline !== undefined) requireMilliseconds('deadline', options.deadline);
  if (options.maxRetries !== undefined) requireInteger('maxRetries', options.maxRetries);
  if (options.headers !== undefined) checkHeaders(operation, options.headers);
}

/**
 * Checks what can be checked of a request before anything is sent.
 *
 * @throws LddPayError of kind `config` that names the argument.
 */
export function checkInput(operation: Operation, input: Input): void {
  for (const name in operation.pathParameters) {
    const pattern = operation.pathParameters[name] ?? '';
    const value = input.path?.[name];
    if (typeof value !== 'string' || !new RegExp(pattern).test(value)) {
      throw configError(`\`${name}\` must match ${pattern}.`);
    }
  }
  checkObject('query', operation.query, input.query);
  checkObject('body', operation.body, input.body);
  for (const path in operation.amounts) {
    const unit = operation.amounts[path] ?? '';
    for (const value of valuesAt(input.body, path)) checkAmount(path, unit, value);
  }
}

function checkObject(name: string, presence: Operation['body'], value: unknown): void {
  if (value === undefined || value === null) {
    if (presence === 'required') throw configError(`\`${name}\` is required.`);
  } else if (typeof value !== 'object' || Array.isArray(value)) {
    throw configError(`\`${name}\` must be an object.`);
  }
}

function checkAmount(name: string, unit: string, value: unknown): void {
  if (value === undefined || value === null) return;
  const isValid = unit === 'minor' ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (isValid && Number(value) >= 0) return;
  const rule = unit === 'minor' ? 'an integer in the minor currency unit' : 'a number';
  throw configError(`\`${name}\` must be ${rule}, and not negative.`);
}

export function checkHeaders(
  { idempotencyHeader }: Operation,
  headers: Readonly<Record<string, string>>,
): void {
  const reserved: Record<string, string> = { authorization: 'The client sends its token.' };
  if (idempotencyHeader) reserved[idempotencyHeader.toLowerCase()] = 'Use `idempotencyKey`.';
  for (const [name, value] of Object.entries(headers)) {
    const remedy = reserved[name.toLowerCase()];
    if (remedy) throw configError(`\`headers\` must not contain ${name}. ${remedy}`);
    if (!isHeader(name, value)) {
      throw configError(`\`headers\` contains ${JSON.stringify(name)}, which is not a valid HTTP header.`);
    }
  }
}

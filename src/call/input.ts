import type { Input } from '../../generated/methods.js';
import type { Operation } from '../../generated/operations.js';
import { configError, type LddPayError } from '../errors.js';
import { isSignal, isWellFormed, requireInteger, requireMilliseconds } from '../lib/checks.js';
import { copyJsonObject } from '../lib/copy-json.js';
import { readHeaders } from '../lib/headers.js';
import { valuesAt } from '../lib/values-at.js';
import type { CallOptions } from '../options.js';
import { checkKey } from './idempotency.js';

/** The arguments of a call as they were when it was made. What its caller changes later has no effect. */
export interface CallArguments {
  /** Exactly what is sent, with the extra fields. */
  readonly input: Input;
  readonly options: CheckedOptions;
  /** Why the call must not be sent. */
  readonly problem?: unknown;
}

/** The options of a call. Its headers have lowercase names, and its extra fields are data. */
export interface CheckedOptions extends CallOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

type MutableOptions = { -readonly [Name in keyof CheckedOptions]: CheckedOptions[Name] };

const OPTIONS = [
  'idempotencyKey',
  'signal',
  'attemptTimeout',
  'deadline',
  'maxRetries',
  'headers',
  'extraFields',
] as const;

/**
 * Reads and checks the arguments of a call. Reads each of them once, and never throws: what is wrong is the
 * `problem` of the call, which rejects with it.
 */
export function readArguments(
  operation: Operation,
  input: Input,
  given: CallOptions | null | undefined,
): CallArguments {
  const options: MutableOptions = {};
  try {
    readOptions(given, options);
    checkOptions(operation, options);
    // The client has what the token endpoint takes.
    return { input: operation.tokenEndpoint ? {} : readInput(operation, input, options), options };
  } catch (problem) {
    return { input: {}, options: { idempotencyKey: options.idempotencyKey }, problem };
  }
}

/** Reads the options by name, since a spread would lose what an instance inherits. */
function readOptions(given: CallOptions | null | undefined, options: Record<string, unknown>): void {
  try {
    if (typeof (given ?? {}) !== 'object') throw given;
    for (const name of OPTIONS) options[name] = given?.[name];
  } catch {
    throw configError('`options` must be an object.');
  }
}

function checkOptions(operation: Operation, options: MutableOptions): void {
  if (options.idempotencyKey !== undefined) {
    if (!operation.idempotencyHeader) throw unsupported('idempotencyKey');
    checkKey(options.idempotencyKey);
  }
  if (options.signal !== undefined && !isSignal(options.signal)) {
    throw configError('`signal` must be an AbortSignal.');
  }
  if (options.attemptTimeout !== undefined) requireMilliseconds('attemptTimeout', options.attemptTimeout);
  if (options.deadline !== undefined) requireMilliseconds('deadline', options.deadline);
  if (options.maxRetries !== undefined) requireInteger('maxRetries', options.maxRetries);
  if (options.headers !== undefined) {
    options.headers = readHeaders(options.headers, reservedHeaders(operation));
  }
  if (options.extraFields !== undefined) {
    if (operation.tokenEndpoint) throw unsupported('extraFields');
    options.extraFields = copyJsonObject('extraFields', options.extraFields);
  }
}

/** Returns the headers that only the client sets, with the remedy for each. */
export function reservedHeaders({ idempotencyHeader }: Operation): Readonly<Record<string, string>> {
  return {
    authorization: 'The client sends its token.',
    [idempotencyHeader?.toLowerCase() ?? '']: 'Use `idempotencyKey`.',
  };
}

/** Reads the input, and checks what can be checked before anything is sent. */
function readInput(operation: Operation, given: Input, { extraFields }: CheckedOptions): Input {
  const { path } = given;
  for (const name in operation.pathParameters) {
    const pattern = operation.pathParameters[name] ?? '';
    const value = path?.[name];
    if (typeof value !== 'string' || !new RegExp(pattern).test(value)) {
      throw configError(`\`${name}\` must match ${pattern}.`);
    }
  }
  const isGet = operation.method === 'GET';
  const query = readFields('query', operation.query, given.query, isGet && extraFields);
  const body = readFields('body', operation.body, given.body, !isGet && extraFields);
  for (const name in query) {
    const value = query[name];
    // Null is left out.
    if ((value && typeof value === 'object') || !isWellFormed(`${name}${value}`)) {
      throw configError(`\`${name}\` must be a string, a number or a boolean.`);
    }
  }
  for (const path in operation.amounts) {
    const unit = operation.amounts[path] ?? '';
    for (const value of valuesAt(body, path)) checkAmount(path, unit, value);
  }
  return { path, query, body };
}

function readFields(
  name: string,
  presence: Operation['body'],
  given: unknown,
  extraFields: CallOptions['extraFields'] | false,
): Record<string, unknown> | undefined {
  let fields: Record<string, unknown> | undefined;
  if (given !== undefined && given !== null) {
    if (presence === 'none') throw unsupported(name);
    fields = copyJsonObject(name, given);
  } else if (presence === 'required') throw configError(`\`${name}\` is required.`);
  if (!extraFields) return fields;
  const twice = fields && Object.keys(extraFields).find((field) => Object.hasOwn(fields, field));
  if (twice) throw configError(`\`${twice}\` is in \`${name}\` and in \`extraFields\`.`);
  return { ...fields, ...extraFields };
}

function checkAmount(name: string, unit: string, value: unknown): void {
  if (value === undefined || value === null) return;
  const isValid = unit === 'minor' ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (isValid && Number(value) >= 0) return;
  const rule = unit === 'minor' ? 'an integer in the minor currency unit' : 'a number';
  throw configError(`\`${name}\` must be ${rule}, and not negative.`);
}

function unsupported(name: string): LddPayError {
  return configError(`\`${name}\` is not supported by this operation. Remove it.`);
}

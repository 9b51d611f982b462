import { operations } from '../../../generated/operations.js';
import { isMilliseconds, MAX_DEPTH, MAX_TIMEOUT } from '../lib/checks.js';
import { FAULT_DEFAULTS, FAULT_EFFECTS, type Fault, type FaultEffect } from './faults.js';

/** The fields of every fault. */
const COMMON_FIELDS = ['effect', 'operationId', 'times'];

/** Statuses without a body: RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5. */
const BODYLESS_STATUSES = new Set([204, 205, 304]);

/**
 * Headers that say where a message ends or what becomes of its connection (RFC 9110, sections 7.6.1, 7.8 and
 * 8.6; RFC 9112, sections 6 and 9), and headers of requests. The server sends those that apply.
 */
const RESERVED_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** A token: RFC 9110, section 5.6.2. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Visible ASCII characters, with spaces and tabs between them: RFC 9110, section 5.5. */
const HEADER_VALUE = /^(?:[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?)?$/;

/**
 * Checks that the sandbox can do what a fault says.
 * @throws TypeError when a field is wrong; the message names the field.
 */
export function checkFault(value: unknown): asserts value is Fault {
  const fault = isPlainObject(value) ? value : {};
  const { operationId, effect, times = 1, status, headers = {}, body, ms } = fault;
  if (!FAULT_EFFECTS.includes(effect as FaultEffect)) fail('effect', `one of ${FAULT_EFFECTS.join(', ')}`);
  const fields = listFields(effect as FaultEffect);
  const unused = Object.keys(fault).find((name) => fault[name] !== undefined && !fields.includes(name));
  if (unused !== undefined)
    fail(unused, `left out: the fields of a fault with the effect ${effect} are ${fields.join(', ')}`);
  if (operationId !== undefined && !isOperationId(operationId)) fail('operationId', 'an operationId');
  if (!Number.isSafeInteger(times) || Number(times) < 1) fail('times', 'an integer of 1 or more');
  if (status !== undefined && (!Number.isInteger(status) || Number(status) < 200 || Number(status) > 599))
    fail('status', 'an integer from 200 to 599');
  if (ms !== undefined && (!isMilliseconds(ms) || ms > MAX_TIMEOUT))
    fail('ms', `an integer from 0 to ${MAX_TIMEOUT}`);
  checkHeaders(headers);
  if (body !== undefined && BODYLESS_STATUSES.has(Number(status)))
    fail('body', `undefined with status ${status}`);
  if (body !== undefined && !isJson(body))
    fail('body', `a string or a JSON value of at most ${MAX_DEPTH} levels`);
}

function listFields(effect: FaultEffect): string[] {
  const own = Object.keys(FAULT_DEFAULTS[effect]);
  return [...COMMON_FIELDS, ...own, ...(own.includes('status') ? ['headers', 'body'] : [])];
}

function checkHeaders(headers: unknown): void {
  if (!isPlainObject(headers)) fail('headers', 'an object of header names and string values');
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  for (const [name, value] of Object.entries(headers)) {
    const problem = findHeaderProblem(name, value);
    if (problem) fail('headers', `an object of header names and string values: ${problem}`);
  }
  if (new Set(names).size < names.length) fail('headers', 'without a name that differs from another by case');
  const reserved = names.find((name) => RESERVED_HEADERS.has(name));
  if (reserved !== undefined) fail('headers', `without ${reserved}, which the server sends itself`);
}

function findHeaderProblem(name: string, value: unknown): string | undefined {
  if (!HEADER_NAME.test(name)) return `${JSON.stringify(name)} is no header name`;
  if (typeof value !== 'string') return `the value of ${name} is no string`;
  if (HEADER_VALUE.test(value)) return undefined;
  if (/^[\t ]|[\t ]$/.test(value)) return `the value of ${name} begins or ends with a space or a tab`;
  return `the value of ${name} has a character that is not ASCII or not visible`;
}

function isOperationId(value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(operations, value);
}

/** Whether a value is one that JSON can express, with nothing that `JSON.stringify` would drop. */
function isJson(value: unknown, parents: readonly unknown[] = []): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null)
    return ['string', 'boolean', 'object'].includes(typeof value);
  if (parents.length === MAX_DEPTH || parents.includes(value)) return false;
  if (!Array.isArray(value) && !isPlainObject(value)) return false;
  return Object.values(value).every((item) => item === undefined || isJson(item, [...parents, value]));
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm, such as that of a test runner, have another `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function fail(name: string, expected: string): never {
  throw new TypeError(`faults.inject: \`${name}\` must be ${expected}.`);
}

import { defineProperty } from './define-property.js';
import { redact } from './redact.js';

/** A copy of a foreign error. */
interface SafeError extends Error {
  readonly code?: string;
  readonly syscall?: string;
}

/**
 * Copies the name, message, code, system call and causes of an error, and nothing else: transports attach requests
 * and raw responses to their errors, and with them tokens and card data.
 *
 * @param secrets Values that none of the copied strings may contain.
 * @param depth How many nested causes are copied: more say nothing new, and a cycle would have no end.
 */
export function safeCause(error: unknown, secrets: readonly string[], depth = 5): SafeError | undefined {
  if (!isError(error) || depth === 0) return undefined;
  const read = (name: string): unknown => {
    try {
      return error[name];
    } catch {
      // Getters of a foreign error may throw.
      return undefined;
    }
  };
  // The error of a connection to several addresses has one for each of them. These are alike.
  const cause = safeCause(read('cause') ?? [read('errors')].flat()[0], secrets, depth - 1);
  const message = read('message');
  const copy = new Error(typeof message === 'string' ? redact(message, secrets) : '', cause && { cause });
  for (const name of ['name', 'code', 'syscall']) {
    const value = read(name);
    // Not assigned: a name cannot be where a program has frozen the prototype of errors.
    if (typeof value === 'string')
      defineProperty(copy, name, { value: redact(value, secrets), enumerable: true });
  }
  return copy;
}

/** Whether a value is an error of any realm: Jest runs a package in another one than the `fetch` of Node. */
function isError(value: unknown): value is Record<string, unknown> {
  try {
    const tag = Object.prototype.toString.call(value);
    return value instanceof Error || /^\[object (Error|DOMException)\]$/.test(tag);
  } catch {
    // A proxy that throws.
    return false;
  }
}

/** Returns the code of an error, or of its nearest cause that has one: fetch wraps the error of the socket. */
export function codeOf(error: unknown): string | undefined {
  const copy = safeCause(error, []);
  return copy && (copy.code ?? codeOf(copy.cause));
}

/** Returns a line for an error and each of its causes: an array of code, system call and message, as JSON. */
export function linesOf(error: unknown): string {
  const copy = safeCause(error, []);
  return copy ? `${JSON.stringify([copy.code, copy.syscall, copy.message])}\n${linesOf(copy.cause)}` : '';
}

import { redact } from './redact.js';

/** How many nested causes are kept: more say nothing new, and a cycle would have no end. */
const DEPTH = 5;

/**
 * Copies the name, message, code and causes of an error, and nothing else: transports attach requests and raw
 * responses to their errors, and with them tokens and card data.
 *
 * @param secrets Values that none of the copied strings may contain.
 */
export function safeCause(error: unknown, secrets: readonly string[], depth = DEPTH): Error | undefined {
  if (!(error instanceof Error) || depth === 0) return undefined;
  const copyOf = (name: string) => redact(String(read(error, name)), secrets);
  const cause = safeCause(read(error, 'cause'), secrets, depth - 1);
  return Object.assign(
    new Error(copyOf('message'), cause && { cause }),
    { name: copyOf('name') },
    typeof read(error, 'code') === 'string' && { code: copyOf('code') },
  );
}

/** Returns the code of an error, or of its nearest cause that has one: fetch wraps the error of the socket. */
export function codeOf(error: unknown, depth = DEPTH): string | undefined {
  if (!(error instanceof Error) || depth === 0) return undefined;
  const code = read(error, 'code');
  return typeof code === 'string' ? code : codeOf(read(error, 'cause'), depth - 1);
}

/** Returns a line for an error and each of its causes: an array of code, system call and message, as JSON. */
export function linesOf(error: unknown, depth = DEPTH): string {
  if (!(error instanceof Error) || depth === 0) return '';
  const line = JSON.stringify(['code', 'syscall', 'message'].map((name) => `${read(error, name)}`));
  // That of a connection to several addresses has an error for each of them. These are alike.
  const [first] = [read(error, 'errors')].flat();
  return `${line}\n${linesOf(first, depth - 1)}${linesOf(read(error, 'cause'), depth - 1)}`;
}

/** Reads a property of a foreign error, whose getters may throw. */
function read(error: Error, name: string): unknown {
  try {
    return (error as object as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

/** How many nested causes are kept: more say nothing new, and a cycle would have no end. */
const DEPTH = 5;

/**
 * Copies the name, message, code and causes of an error, and nothing else: transports attach requests and raw
 * responses to their errors, and with them tokens and card data.
 */
export function safeCause(error: unknown, depth = DEPTH): unknown {
  if (!(error instanceof Error) || depth === 0) return undefined;
  const cause = safeCause(read(error, 'cause'), depth - 1);
  const copy = new Error(String(read(error, 'message')), cause === undefined ? undefined : { cause });
  Object.defineProperty(copy, 'name', { value: String(read(error, 'name')) });
  const code = read(error, 'code');
  if (typeof code === 'string') Object.assign(copy, { code });
  return copy;
}

/** Returns the code of an error, or of its nearest cause that has one: fetch wraps the error of the socket. */
export function codeOf(error: unknown, depth = DEPTH): string | undefined {
  if (!(error instanceof Error) || depth === 0) return undefined;
  const code = read(error, 'code');
  return typeof code === 'string' ? code : codeOf(read(error, 'cause'), depth - 1);
}

/** Reads a property of a foreign error, whose getters may throw. */
function read(error: Error, name: string): unknown {
  try {
    return (error as object as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

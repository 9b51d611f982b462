/**
 * A copy of an error with its name, message, code and causes, and nothing else: transports attach
 * requests and raw responses to their errors, and with them tokens and card data.
 */
export function safeCause(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  const { name, message, cause } = error;
  const copy = new Error(message, cause === undefined ? undefined : { cause: safeCause(cause) });
  Object.defineProperty(copy, 'name', { value: name });
  if ('code' in error && typeof error.code === 'string') Object.assign(copy, { code: error.code });
  return copy;
}

/**
 * Shields a caller from its listener: an exception or rejection in it does not disturb the call.
 *
 * @returns undefined without a listener.
 */
export function shield<Args extends unknown[]>(
  listener: ((...args: Args) => unknown) | undefined,
): ((...args: Args) => void) | undefined {
  if (!listener) return undefined;
  return (...args) => {
    try {
      // Creates no promise where the listener returns none, since this happens in every call.
      (listener(...args) as Partial<Promise<unknown>> | undefined)?.catch?.(() => {});
    } catch {
      // A listener that fails must not fail a payment.
    }
  };
}

import { onTestFinished } from 'vitest';

const SYMBOLS = [Symbol.for('undici.globalDispatcher.1'), Symbol.for('undici.globalDispatcher.2')];

/** Sets the global dispatchers of Node's `fetch` during a test, in the order of their versions. */
export function setGlobalDispatchers(...dispatchers: unknown[]): void {
  const globals = globalThis as Record<symbol, unknown>;
  for (const [index, symbol] of SYMBOLS.entries()) {
    const original = globals[symbol];
    onTestFinished(() => {
      globals[symbol] = original;
    });
    // Node defines them so that they can be written, and not be redefined as `vi.stubGlobal` does.
    globals[symbol] = dispatchers[index];
  }
}

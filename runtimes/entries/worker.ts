import { serverContext } from '../suite/contexts.js';
import { everywhere } from '../suite/everywhere.js';
import type { Settings } from '../suite/lib/behaviour.js';
import { ORDER } from '../suite/lib/orders.js';
import { runBehaviours } from '../suite/run-behaviours.js';
import { serverOnly } from '../suite/server-only.js';

declare const SETTINGS: Settings;

/** What the runtime gives a handler. */
interface ExecutionContext {
  waitUntil(promise: Promise<unknown>): void;
}

// workerd allows requests only in handlers; `workerd test` calls this one once.
export default {
  async test(_controller: unknown, _env: unknown, execution: ExecutionContext): Promise<void> {
    const context = serverContext(SETTINGS);
    await runBehaviours([...everywhere, ...serverOnly], context);
    // A call that seems never to settle makes the runtime report that the code had hung.
    execution.waitUntil(context.connect().requestPayment(ORDER));
  },
};

import { readEvents } from './events.js';
import type { LoggedEvent } from './worker/messages.js';

/**
 * Reads what a client did under some idempotency keys from the output of workers: a line for each event, in order.
 */
export async function readTraces(
  files: readonly string[],
  keys: readonly string[],
): Promise<Map<string, string[]>> {
  const traces = new Map(keys.map((key) => [key, [] as string[]]));
  if (keys.length === 0) return traces;
  for (const file of files) {
    for await (const event of readEvents(file)) {
      traces.get(event.idempotencyKey ?? '')?.push(renderEvent(event));
    }
  }
  return traces;
}

function renderEvent(event: LoggedEvent): string {
  const { at, phase, callId, attempt, type, status, kind, outcome, ms } = event;
  const time = new Date(at).toISOString().slice(0, 23).replace('T', ' ');
  const details = [status, kind, outcome, ms === undefined ? undefined : `${Math.round(ms)} ms`];
  const parts = [
    `call ${callId}`,
    `attempt ${attempt}`,
    type,
    ...details.filter((part) => part !== undefined),
  ];
  return `phase ${phase + 1}, ${time}: ${parts.join(', ')}`;
}

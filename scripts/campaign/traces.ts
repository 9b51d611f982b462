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

/** Reads which calls without an idempotency key failed in a phase: a line for each. */
export async function readFailedReads(files: readonly string[], phase: number): Promise<string[]> {
  const failures: string[] = [];
  for (const file of files) {
    for await (const event of readEvents(file)) {
      const isFailedRead = event.type === 'error' && event.idempotencyKey === undefined;
      if (isFailedRead && event.phase === phase) failures.push(renderEvent(event));
    }
  }
  return failures;
}

function renderEvent(event: LoggedEvent): string {
  const { at, phase, operationId, callId, attempt, type, status, kind, outcome, ms } = event;
  const time = new Date(at).toISOString().slice(0, 23).replace('T', ' ');
  const details = [status, kind, outcome, ms === undefined ? undefined : `${Math.round(ms)} ms`];
  const parts = [
    `${operationId} ${callId}`,
    `attempt ${attempt}`,
    type,
    ...details.filter((part) => part !== undefined),
  ];
  return `phase ${phase + 1}, ${time}: ${parts.join(', ')}`;
}

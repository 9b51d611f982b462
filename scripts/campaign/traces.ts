import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { LddPayEvent } from 'lddpay';

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
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const key = /"idempotencyKey":"([^"]+)"/.exec(line)?.[1] ?? '';
      const isEvent = line.startsWith('{"at":');
      if (isEvent) traces.get(key)?.push(renderEvent(JSON.parse(line) as LoggedEvent));
    }
  }
  return traces;
}

type LoggedEvent = LddPayEvent & { readonly at: number; readonly phase: number };

function renderEvent({ at, phase, callId, attempt, type, kind, outcome, status, ms }: LoggedEvent): string {
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

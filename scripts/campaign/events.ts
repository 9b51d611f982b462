import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ReportedCall } from './check/check-outcomes.js';
import type { LoggedEvent } from './worker/messages.js';

/** Reads the events in the output of a worker, in order. A line that a kill tore is none. */
export async function* readEvents(file: string): AsyncGenerator<LoggedEvent> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const event = line.startsWith('{"at":') && parse(line);
    if (event) yield event;
  }
}

function parse(line: string): LoggedEvent | undefined {
  try {
    return JSON.parse(line) as LoggedEvent;
  } catch {
    return undefined;
  }
}

/** Reads the calls of writes from the outputs of workers. */
export async function readCalls(files: readonly string[]): Promise<ReportedCall[]> {
  const calls: ReportedCall[] = [];
  for (const file of files) {
    const known = new Map<string, ReportedCall>();
    for await (const event of readEvents(file)) {
      const { pid, phase, callId, type, at, operationId, idempotencyKey, outcome } = event;
      if (idempotencyKey === undefined) continue;
      // A worker creates another client, which counts anew, only between phases. No call outlasts one.
      const id = `${pid} ${phase} ${callId}`;
      const before = known.get(id);
      known.set(id, {
        operationId,
        idempotencyKey,
        outcome: type === 'error' ? outcome : undefined,
        sentAt: before?.sentAt ?? (type === 'request' ? at : undefined),
        endedAt: at,
      });
    }
    calls.push(...known.values());
  }
  return calls;
}

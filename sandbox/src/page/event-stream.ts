import type { Snapshot } from './snapshot.js';

/** How often the streams look for changes, in ms. */
const INTERVAL = 250;

/** How long a stream is silent before it sends a comment, which keeps its connection open, in ms. */
const HEARTBEAT = 15_000;

const encoder = new TextEncoder();

/** A snapshot as the events have it. */
interface Reading {
  /** The time, in ms since the Unix epoch. */
  readonly now: number;
  /** Everything else, as JSON. */
  readonly state: string;
}

/**
 * Creates a function that opens streams of server-sent events (HTML Standard, section 9.2): `state` with a
 * {@link Snapshot} at the start and after changes, and `clock` with the time whenever another second has come.
 *
 * All streams share one look for changes, and look only while somebody reads. So all changes since the last look are
 * one event, a slow reader gets fewer events, and an abandoned stream does nothing.
 */
export function createEventStreams(read: () => Snapshot): () => ReadableStream<Uint8Array> {
  /** The streams that wait for the next look. */
  const waiting = new Set<(reading: Promise<Reading>) => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): Reading {
    const { now, ...lists } = read();
    return { now, state: JSON.stringify(lists) };
  }

  function lookForAll(): void {
    timer = undefined;
    const streams = [...waiting];
    waiting.clear();
    // As a promise, so that an error ends each stream.
    const reading = new Promise<Reading>((resolve) => resolve(look()));
    for (const resolve of streams) resolve(reading);
  }

  function add(resolve: (reading: Promise<Reading>) => void): void {
    waiting.add(resolve);
    timer ??= setTimeout(lookForAll, INTERVAL);
    // An open page does not keep a process running.
    if (typeof timer === 'object') timer.unref();
  }

  function remove(resolve: ((reading: Promise<Reading>) => void) | undefined): void {
    if (resolve) waiting.delete(resolve);
    if (waiting.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  }

  return () => {
    let shown: { readonly second: number; readonly state: string } | undefined;
    let resolveNext: ((reading: Promise<Reading>) => void) | undefined;
    let isOver = false;

    function renderChanges({ now, state }: Reading): string {
      const second = Math.floor(now / 1000);
      const changes = [
        shown ? '' : 'retry: 1000\n\n',
        second === shown?.second ? '' : renderEvent('clock', JSON.stringify({ now })),
        state === shown?.state ? '' : renderEvent('state', state),
      ];
      shown = { second, state };
      return changes.join('');
    }

    return new ReadableStream(
      {
        async pull(controller) {
          let message = shown ? '' : renderChanges(look());
          for (let silence = INTERVAL; message === '' && !isOver; silence += INTERVAL) {
            const reading = await new Promise<Reading>((resolve) => {
              resolveNext = resolve;
              add(resolve);
            });
            message = renderChanges(reading) || (silence >= HEARTBEAT ? ': still here\n\n' : '');
          }
          if (!isOver) controller.enqueue(encoder.encode(message));
        },
        cancel() {
          isOver = true;
          remove(resolveNext);
        },
      },
      // Nothing is read in advance.
      { highWaterMark: 0 },
    );
  };
}

function renderEvent(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}

import type { Snapshot } from './snapshot.js';

/** How often the stream looks for changes, in milliseconds. */
const INTERVAL = 250;

/** How long the stream is silent before it sends a comment, which keeps its connection open, in milliseconds. */
const HEARTBEAT = 15_000;

const encoder = new TextEncoder();

/**
 * Creates a stream of server-sent events (HTML Standard, section 9.2): `state` with a {@link Snapshot} at the start
 * and after changes, and `clock` with the time whenever another second has come.
 *
 * It looks for changes only while somebody reads. So all changes since the last look are one event, a slow reader
 * gets fewer events, and an abandoned stream does nothing.
 */
export function createEventStream(
  read: () => Snapshot,
  { interval = INTERVAL, heartbeat = HEARTBEAT } = {},
): ReadableStream<Uint8Array> {
  let state: string | undefined;
  let second: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function renderChanges(): string {
    const { now, ...lists } = read();
    const changes = state === undefined ? 'retry: 1000\n\n' : '';
    const newState = JSON.stringify(lists);
    const newSecond = Math.floor(now / 1000);
    const clock = newSecond === second ? '' : renderEvent('clock', JSON.stringify({ now }));
    second = newSecond;
    if (newState === state) return changes + clock;
    state = newState;
    return changes + clock + renderEvent('state', newState);
  }

  return new ReadableStream(
    {
      async pull(controller) {
        let message = state === undefined ? renderChanges() : '';
        for (let silence = interval; message === '' && !isOver; silence += interval) {
          await new Promise<void>((resolve) => {
            timer = setTimeout(resolve, interval);
            // An open page does not keep a process running.
            if (typeof timer === 'object') timer.unref();
          });
          if (!isOver) message = renderChanges() || (silence >= heartbeat ? ': still here\n\n' : '');
        }
        if (!isOver) controller.enqueue(encoder.encode(message));
      },
      cancel() {
        isOver = true;
        clearTimeout(timer);
      },
    },
    // Nothing is read in advance.
    { highWaterMark: 0 },
  );
}

function renderEvent(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}

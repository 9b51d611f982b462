import type { ServerResponse } from 'node:http';
import { REQUEST_ID_HEADER } from '../../generated/operations.js';
import { PAYMENT_ID } from './fixtures.js';
import { type Reply, sendReply } from './server.js';

/**
 * How the unreliable server behaves towards a request:
 * - `succeed`: it takes effect, and the response is complete
 * - `refuse`: the connection is refused
 * - `reset-before`, `reset-after`: the connection is reset before or after it took effect
 * - `silent`: it takes effect, and no response ever comes
 * - `stall`: it takes effect, and the body never comes
 * - `trickle`: it takes effect, and the body comes one byte every 100 ms
 * - `truncate`: it takes effect, and the connection breaks within the body
 * - `html`: it takes effect, and the response is a web page with status 200
 * - a status or a reply: the response, without any effect
 */
export type Behavior =
  | 'succeed'
  | 'refuse'
  | 'reset-before'
  | 'reset-after'
  | 'silent'
  | 'stall'
  | 'trickle'
  | 'truncate'
  | 'html'
  | number
  | Reply;

/** The behaviors in which a request never gets its whole response in time. */
export const HOLDING: readonly Behavior[] = ['silent', 'stall', 'trickle'];

const NAMES = {
  succeed: 'a success',
  refuse: 'a refused connection',
  'reset-before': 'a reset before the effect',
  'reset-after': 'a reset after the effect',
  silent: 'no response',
  stall: 'a body that stalls',
  trickle: 'a body that trickles',
  truncate: 'a truncated body',
  html: 'a web page',
} as const;

/** Returns each behavior after its name, which a test title shows by `%s`. */
export function named(behaviors: readonly Behavior[]): [name: string, behavior: Behavior][] {
  return behaviors.map((behavior) => [nameOf(behavior), behavior]);
}

export function nameOf(behavior: Behavior): string {
  if (typeof behavior === 'string') return NAMES[behavior];
  if (typeof behavior === 'number') return `a ${behavior}`;
  const { error_codes: codes = [] } = Object(behavior.body) as { error_codes?: string[] };
  return [`a ${behavior.status ?? 200}`, ...codes].join(' ');
}

/** The reply to a write whose first request with the same key is still in flight. */
export function inFlightReply(status: 409 | 429): Reply {
  return { status, body: { error_type: 'processing_error', error_codes: ['duplicate_request'] } };
}

/** The reply to a write whose key was used with another body. */
export function keyReply(code: string): Reply {
  return { status: 422, body: { error_type: 'request_invalid', error_codes: [code] } };
}

const CONTENT = JSON.stringify({ id: PAYMENT_ID, status: 'Captured', data: [] });

/** Behaves towards a request whose effect has been recorded. */
export function behave(behavior: Behavior, response: ServerResponse, requestId: string): void {
  const identified = { [REQUEST_ID_HEADER]: requestId };
  const start = () =>
    response.writeHead(200, {
      'Content-Type': 'application/json',
      ...identified,
      'Content-Length': CONTENT.length,
    });
  switch (behavior) {
    case 'succeed':
      start().end(CONTENT);
      return;
    case 'refuse':
      throw new Error('The client does not use the global fetch.');
    case 'reset-before':
    case 'reset-after':
      response.socket?.resetAndDestroy();
      return;
    case 'silent':
      return;
    case 'stall':
      start().flushHeaders();
      return;
    case 'trickle':
      trickle(start());
      return;
    case 'truncate':
      start().write(CONTENT.slice(0, 5), () => response.socket?.destroy());
      return;
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html', ...identified }).end('<h1>Welcome</h1>');
      return;
    default: {
      const { headers, ...reply } = typeof behavior === 'number' ? { status: behavior, body: {} } : behavior;
      sendReply(response, { ...reply, headers: { ...identified, ...headers } });
    }
  }
}

function trickle(response: ServerResponse): void {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    response.write(CONTENT.charAt(sent - 1));
    if (sent === CONTENT.length) response.end();
  }, 100);
  response.on('close', () => clearInterval(timer));
}

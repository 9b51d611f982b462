import type { FaultEffect } from './faults.js';

/** What stands for a connection that is lost before a response: `fetch` rejects, a socket is cut. */
export function lostConnection(): Response {
  return Response.error();
}

/**
 * Does to a response what a fault does on its way.
 * @param signal Ends a body that never ends by itself.
 */
export async function damage(
  response: Response,
  effect: FaultEffect | undefined,
  signal: AbortSignal,
): Promise<Response> {
  switch (effect) {
    case 'drop-after':
      return lostConnection();
    case 'stall-body':
    case 'truncate-body':
      return partial(response, effect === 'stall-body' ? signal : undefined);
    default:
      return response;
  }
}

/** A response with half its body, which then breaks off: at once, or when the signal says so. */
async function partial(response: Response, stalledUntil: AbortSignal | undefined): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return lostConnection();
  const headers = new Headers(response.headers);
  headers.set('Content-Length', String(bytes.length));
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
      stalledUntil?.addEventListener('abort', () => controller.error(stalledUntil.reason), { once: true });
    },
    pull(controller) {
      if (!stalledUntil) controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status: response.status, headers });
}

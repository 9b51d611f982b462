import type { FaultEffect } from './faults.js';

/** What stands for a connection that is lost before a response: `fetch` rejects, a socket is cut. */
export function lostConnection(): Response {
  return Response.error();
}

type BodyDamage = Extract<FaultEffect, 'stall-body' | 'truncate-body'>;

const damages = new WeakMap<Response, BodyDamage>();

/** What is wrong with the body of a response, for those who carry it to the caller. */
export function damageOf(response: Response): BodyDamage | undefined {
  return damages.get(response);
}

/** Does to a response what a fault does on its way. */
export async function damage(response: Response, effect: FaultEffect): Promise<Response> {
  if (effect === 'drop-after') return lostConnection();
  if (effect !== 'stall-body' && effect !== 'truncate-body') return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return lostConnection();
  const headers = new Headers(response.headers);
  headers.set('Content-Length', String(bytes.length));
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length / 2)),
    pull(controller) {
      if (effect === 'truncate-body') controller.error(new TypeError('terminated'));
    },
  });
  const damaged = new Response(body, { status: response.status, headers });
  damages.set(damaged, effect);
  return damaged;
}

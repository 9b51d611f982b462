import { setTimeout as sleep } from 'node:timers/promises';
import { handlers } from '../operations/handlers.js';
import type { Call, Context, Incoming } from '../operations/operation-request.js';
import { type Answer, Refusal } from '../shared/api-error.js';
import type { Fault } from '../state/faults.js';
import { prepare } from './validate-request.js';

/** How long a delay is unless the fault says so, in milliseconds. */
const DEFAULT_DELAY = 1000;

/** Answers a request of an operation, once for each key. Throws a refusal when it is turned down. */
export async function exchange(
  context: Context,
  incoming: Incoming,
  fault: Fault | undefined,
): Promise<Answer> {
  if (fault?.effect === 'status') {
    return { status: fault.status ?? 500, headers: fault.headers, body: fault.body };
  }
  if (fault?.effect === 'in-flight') throw new Refusal(429, ['duplicate_request']);
  const call = prepare(context, incoming, context.clock.now());
  const stored = claimKey(call);
  if (stored) return stored;
  // The key is in flight meanwhile.
  if (fault?.effect === 'delay') await sleep(fault.ms ?? DEFAULT_DELAY);
  return carryOut(call);
}

/** Gives the stored answer of the call's key, or reserves the key. */
function claimKey({ idempotencyKey, fingerprint, now, world }: Call): Answer | undefined {
  return idempotencyKey === undefined ? undefined : world.keys.claim(idempotencyKey, fingerprint, now);
}

/** Nothing else happens between the look at a payment and the end of the key's flight. */
function carryOut(call: Call): Answer {
  const { operationId, idempotencyKey, clock, world } = call;
  let answer: Answer | undefined;
  try {
    const now = clock.now();
    world.agenda.run(now);
    answer = encode(handlers[operationId]({ ...call, now }));
    return answer;
  } finally {
    if (idempotencyKey !== undefined) world.keys.settle(idempotencyKey, answer);
  }
}

/** An answer with its body as JSON, in one piece: the many that `stringify` makes take twice the memory. */
function encode({ status, headers, body }: Answer): Answer {
  return {
    status,
    headers,
    json: body === undefined ? undefined : Buffer.from(JSON.stringify(body)).toString(),
  };
}

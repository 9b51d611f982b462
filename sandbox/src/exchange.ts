import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, Refusal } from './answer.js';
import type { Call, Context, Incoming } from './call.js';
import type { Fault } from './faults.js';
import { handlers } from './operations/index.js';
import { prepare } from './prepare.js';

/** How long a delay is unless the fault says so, in milliseconds. */
const DEFAULT_DELAY = 1000;

/** Answers a request of an operation. Throws a refusal when it is turned down. */
export async function exchange(
  context: Context,
  incoming: Incoming,
  fault: Fault | undefined,
): Promise<Answer> {
  if (fault?.effect === 'status')
    return { status: fault.status ?? 500, headers: fault.headers, body: fault.body };
  if (fault?.effect === 'in-flight') throw new Refusal(429, ['duplicate_request']);
  const call = prepare(context, incoming, context.clock.now());
  return once(call, async () => {
    if (fault?.effect === 'delay') await sleep(fault.ms ?? DEFAULT_DELAY);
    const now = context.clock.now();
    context.world.agenda.run(now);
    return handlers[call.operationId]({ ...call, now });
  });
}

/** Carries a request out once for its idempotency key, which is in flight meanwhile. */
async function once(call: Call, perform: () => Promise<Answer>): Promise<Answer> {
  const { idempotencyKey: key, fingerprint, now, world } = call;
  if (key === undefined) return perform();
  const stored = world.keys.claim(key, fingerprint, now);
  if (stored) return stored;
  let answer: Answer | undefined;
  try {
    answer = await perform();
    return answer;
  } finally {
    world.keys.settle(key, answer);
  }
}

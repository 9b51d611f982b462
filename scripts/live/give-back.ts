import { idsOf, itemsOf, own } from './bodies.js';
import type { Held } from './report.js';
import { isReleased, keyOf, referenceOf, type Stage, until } from './stage.js';

/**
 * Releases whatever the payments of a run hold, those too whose answers were lost. A request that cannot be
 * made does not keep it from the others.
 *
 * @returns What may still be held, as far as can be seen; null when nothing is.
 */
export async function giveBack(given: Stage): Promise<Held | null> {
  const stage: Stage = { ...given, ask: (probe, call) => given.ask(probe, call).catch(() => undefined) };
  const { ask, client, paymentIds, lost } = stage;
  const reference = referenceOf(stage);
  const listed = await ask(
    { operationId: 'getPaymentsList', what: 'by the reference of this run', expected: [202] },
    () => client.getPaymentsList({ reference, limit: 100 }),
  );
  // Whatever else a server may list is not ours to release.
  const ours = itemsOf(listed).filter((payment) => own(payment, 'reference') === reference);
  const found = idsOf(ours).filter((id) => !paymentIds.has(id));
  const held: string[] = [];
  for (const id of [...paymentIds, ...found]) {
    if (!(await release(stage, id))) held.push(id);
  }
  return held.length === 0 && lost.length <= found.length ? null : { reference, paymentIds: held };
}

async function release(stage: Stage, id: string): Promise<boolean> {
  // What was asked for already may take a while.
  if (await until(stage, id, isReleased)) return true;
  const { ask, client, facilitatorId } = stage;
  if (facilitatorId !== undefined) {
    const idempotencyKey = await keyOf(stage, 'give back', 'reverse', id);
    await ask({ operationId: 'reversePayment', what: 'to give back', expected: [202, 204] }, () =>
      client.reversePayment(id, { pnm_payment_identifier: facilitatorId }, { idempotencyKey }),
    );
    if (await until(stage, id, isReleased)) return true;
  }
  const idempotencyKey = await keyOf(stage, 'give back', 'void', id);
  await ask({ operationId: 'voidPayment', what: 'to give back', expected: [202, 403] }, () =>
    client.voidPayment(id, {}, { idempotencyKey }),
  );
  return until(stage, id, isReleased);
}

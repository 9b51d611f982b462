import { createClient, type LddPayError } from 'lddpay';
import {
  createJournal,
  type Done,
  type Journal,
  type JournalStore,
  type Resumed,
  type Settlement,
} from 'lddpay/journal';

const entries = new Map<string, string>();
const store: JournalStore = {
  getItem: (key) => entries.get(key),
  setItem: (key, value) => entries.set(key, value),
  removeItem: (key) => entries.delete(key),
  getKeys: (base) => [...entries.keys()].filter((key) => key.startsWith(base)),
};
const options = {
  baseUrl: 'https://api.example.com',
  clientId: 'id',
  clientSecret: 'secret',
  scope: 'gateway',
};
const signing = { siteIdentifier: 'site', secret: 'secret' };
const journal: Journal<false> = createJournal(createClient(options), { store });
const exclusive: Journal<true> = createJournal(createClient({ ...options, signing }), {
  store,
  exclusive: true,
});
// @ts-expect-error: the store is missing
createJournal(createClient(options), {});
// @ts-expect-error: options in place of a client
createJournal(options, { store });

/** Uses what the types of the journal allow, and what they reject. */
export async function use(id: string, signal: AbortSignal): Promise<LddPayError | number | undefined> {
  const capture: Settlement = await journal.capturePayment('ORD-17/capture', id, { amount: 400 }, { signal });
  // @ts-expect-error: the name is missing
  journal.capturePayment(id, { amount: 400 });
  // @ts-expect-error: a misspelled field
  journal.capturePayment('ORD-17/capture', id, { amout: 400 });
  // @ts-expect-error: the journal has the key
  journal.voidPayment('ORD-17/void', id, {}, { idempotencyKey: 'order-17' });
  // @ts-expect-error: a read has no intent
  journal.getPaymentDetails;

  await exclusive.refundPayment('ORD-17/refund', id, { pnm_payment_identifier: '1' });
  // @ts-expect-error: a client that does not sign needs the signature fields
  journal.refundPayment('ORD-17/refund', id, { pnm_payment_identifier: '1' });

  for await (const resumed of journal.resume()) {
    const { name, settlement }: Resumed = resumed;
    if (settlement.state !== 'open') await journal.forget(name);
  }
  const looked: Settlement | undefined = await journal.look('ORD-17/capture');
  if (looked?.state === 'open') return looked.tryAfterMs;
  if (capture.state === 'refused') return capture.error;
  // @ts-expect-error: an open intent has no id
  capture.id;
  if (capture.state !== 'done') return undefined;
  const done: Done = capture;
  return done.id.length;
}

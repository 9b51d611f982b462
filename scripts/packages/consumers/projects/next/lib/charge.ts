import 'server-only';
import { isLddPayError } from 'lddpay';
import { createJournal, type Journal, type Settlement } from 'lddpay/journal';
import { readOrder, saveTries, store } from './database';
import { getClient } from './lddpay';

let journal: Journal | undefined;

/** Charges an order once, however often and late it is called. Only when nothing was charged, the next call is another try. */
export async function charge(id: string, number: string): Promise<string> {
  const order = await readOrder(id);
  if (!order) return 'No such order';
  const { amount, currency, tries } = order; // the amount never comes from the browser
  const source = { type: 'card', number, expiry_month: 12, expiry_year: 2030 };
  const name = `${id}/charge-${tries}`;
  try {
    return await tell(await getJournal().requestPayment(name, { amount, currency, source }), id, tries);
  } catch (error) {
    if (!isLddPayError(error)) throw error;
    console.error(error);
    // An earlier call may have charged the order before it changed.
    const last = await getJournal()
      .look(name)
      .catch(() => undefined);
    if (!last) return error.outcome === 'unknown' ? 'Not known yet' : 'Not charged';
    if (last.state !== 'done' || !last.approved) return tell(last, id, tries);
    const paid = await getClient()
      .getPaymentDetails(last.id)
      .catch(() => undefined);
    if (!paid) return 'Not known yet';
    return paid.amount === amount && paid.currency === currency ? 'Paid' : 'Paid another amount';
  }
}

/** Finds out what became of charges that are open. */
export async function resumeCharges(): Promise<void> {
  const signal = AbortSignal.timeout(50_000);
  for await (const { name, settlement } of getJournal().resume({ signal }))
    console.log(name, settlement.state);
}

function getJournal(): Journal {
  journal ??= createJournal(getClient(), { store });
  return journal;
}

async function tell(charge: Settlement, id: string, tries: number): Promise<string> {
  if (charge.state === 'open') return 'Not known yet';
  if (charge.state === 'done' && charge.approved) return 'Paid';
  // The payer, or a later try of the provider, decides.
  if (charge.state === 'done' && charge.approved === undefined) return 'Not decided yet';
  await saveTries(id, tries + 1);
  return charge.state === 'done' ? 'Declined' : 'Not charged';
}

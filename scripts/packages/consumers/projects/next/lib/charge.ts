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
  journal ??= createJournal(getClient(), { store });
  const name = `${id}/charge-${tries}`;
  try {
    return await tell(await journal.requestPayment(name, { amount, currency, source }), id, tries);
  } catch (error) {
    if (!isLddPayError(error)) throw error;
    console.error(error);
    if (error.outcome !== 'unknown') return 'Not charged';
    // This function was ended before it knew how the try went, and the order has another amount by now.
    const last = await journal.look(name).catch(() => undefined);
    return last ? tell(last, id, tries) : 'Not known yet';
  }
}

async function tell(charge: Settlement, id: string, tries: number): Promise<string> {
  if (charge.state === 'open') return 'Not known yet';
  if (charge.state === 'done' && charge.approved) return 'Paid';
  // The payer, or a later try of the provider, decides.
  if (charge.state === 'done' && charge.approved === undefined) return 'Not decided yet';
  await saveTries(id, tries + 1);
  return charge.state === 'done' ? 'Declined' : 'Not charged';
}

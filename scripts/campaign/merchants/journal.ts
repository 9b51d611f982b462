import { keyFrom } from 'lddpay';
import { createJournal, type Settlement as JournalSettlement } from 'lddpay/journal';
import type { Intent } from '../orders/lifecycle.js';
import type { Merchant, MerchantKind, MerchantTools, Settlement } from './merchant.js';
import { bodyOf } from './request-body.js';
import { createJournalStore } from './stores.js';

/** The journal of `lddpay/journal`, on a Redis that all workers share. */
export const journal = createKind(true);

/** The same without `exclusive`, which leaves more to a person. */
export const journalWithoutExclusive = createKind(false);

function createKind(exclusive: boolean): MerchantKind {
  return {
    create: (tools) => createMerchant(tools, exclusive),
    keyOf: ({ write, name }) => keyFrom('journal', write, name),
    needsStore: true,
  };
}

function createMerchant({ lddpay, storeUrl = '' }: MerchantTools, exclusive: boolean): Merchant {
  const journal = createJournal(lddpay, { store: createJournalStore(storeUrl), exclusive });

  function write(intent: Intent, paymentId: string): Promise<JournalSettlement> {
    const { name } = intent;
    switch (intent.write) {
      case 'requestPayment':
        return journal.requestPayment(name, bodyOf.requestPayment(intent));
      case 'incrementAuthorization':
        return journal.incrementAuthorization(name, paymentId, bodyOf.incrementAuthorization(intent));
      case 'cancelScheduledRetry':
        return journal.cancelScheduledRetry(name, paymentId);
      case 'capturePayment':
        return journal.capturePayment(name, paymentId, bodyOf.capturePayment(intent));
      case 'voidPayment':
        return journal.voidPayment(name, paymentId, bodyOf.voidPayment(intent));
      case 'refundPayment':
        return journal.refundPayment(name, paymentId, bodyOf.refundPayment(intent));
      case 'reversePayment':
        return journal.reversePayment(name, paymentId, bodyOf.reversePayment(intent));
    }
  }

  return {
    async carryOut(intent, paymentId) {
      const settlement = toSettlement(await write(intent, paymentId));
      if (settlement.state !== 'open' || settlement.tryAfterMs !== Number.POSITIVE_INFINITY)
        return settlement;
      return { ...settlement, candidates: candidatesOf(intent, exclusive) };
    },
    async *resume() {
      for await (const { name, settlement } of journal.resume()) {
        yield { name, settlement: toSettlement(settlement) };
      }
    },
  };
}

/**
 * Returns how many effects a look has seen that may be that of an intent, where the guide says that it stays for a
 * person. Undefined where nothing should stay.
 */
function candidatesOf({ write, isAmbiguous }: Intent, exclusive: boolean): number | undefined {
  if (write === 'cancelScheduledRetry') return 0;
  const mayStay = isAmbiguous || (!exclusive && write === 'refundPayment');
  // The effects of the intents before it have their owners.
  return mayStay ? 1 : undefined;
}

function toSettlement(settlement: JournalSettlement): Settlement {
  if (settlement.state === 'refused') return { ...settlement, state: 'nothing' };
  if (settlement.state === 'open') return settlement;
  const { state, id, approved, empty } = settlement;
  return { state, id, approved, empty };
}

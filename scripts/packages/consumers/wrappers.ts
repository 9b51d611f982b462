import { createClient } from 'lddpay';
import { createJournal, type JournalStore } from 'lddpay/journal';

declare const store: JournalStore;

const lddpay = createClient({
  baseUrl: 'https://api.example.com',
  clientId: 'id',
  clientSecret: 'secret',
  scope: 'gateway',
  signing: { siteIdentifier: 'site', secret: 'secret' },
});
const journal = createJournal(lddpay, { store });

// Without type annotations, so that the compiler has to name the types of the package.

export const pay = lddpay.requestPayment;
export const details = (id: string) => lddpay.getPaymentDetails(id);
export const actions = (id: string) => lddpay.getPaymentActions(id);
export const capture = async (id: string) => lddpay.capturePayment(id, { amount: 400 }).withResponse();
export const refund = lddpay.refundPayment;
export const list = (reference: string) => lddpay.getPaymentsList({ reference });
export const search = (query: string) => lddpay.searchPayments({ query });

export const captureOnce = (name: string, id: string) => journal.capturePayment(name, id, { amount: 400 });
export const refundOnce = journal.refundPayment;
export const resume = () => journal.resume();

import type { Report } from '../report/report.js';

const element = { pointer: '/here', keyword: undefined, reason: 'why' };
/** A report with deviations, held payments and every verdict. */
export const REPORT: Report = {
  answered: [
    { operationId: 'getPaymentDetails', statuses: { 200: 2, 404: 1 } },
    { operationId: 'voidPayment', statuses: {} },
  ],
  deviations: [
    {
      operationId: 'getPaymentDetails',
      status: 200,
      place: 'body.status',
      problem: 'is `Settling`, which is not a documented value',
      judges: ['Ajv', 'Prism'],
      probes: ['of a payment', 'of a payment of this run'],
    },
    {
      operationId: 'getPaymentsList',
      status: null,
      place: 'response',
      problem: 'is missing: it took too long',
      judges: [],
      probes: ['by a reference that no payment has'],
    },
  ],
  inferred: [
    {
      ...element,
      group: 'Payment',
      name: 'id pattern',
      verdict: 'refuted',
      seen: 'getPaymentDetails 200: it is not',
    },
    { ...element, group: 'Link', name: 'as a whole', verdict: 'confirmed', seen: 'getPaymentDetails 200' },
    { ...element, group: 'Link', name: 'href', verdict: 'confirmed', seen: 'getPaymentDetails 200' },
    { ...element, group: 'paths', name: 'POST /payments', verdict: 'not exercised', seen: '' },
  ],
  notes: ['A note.'],
  held: { reference: 'live-1', paymentIds: ['pay_1', 'pay_2'] },
};

/** A report of a run that needs no action. */
export const CLEAN_REPORT: Report = { ...REPORT, deviations: [], notes: [], held: null };

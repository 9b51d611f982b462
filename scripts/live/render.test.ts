import { stripVTControlCharacters as plain } from 'node:util';
import { expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.js';
import { renderText } from './render-text.js';
import type { Report } from './report.js';

const element = { pointer: '/here', keyword: undefined, reason: 'why' };
const REPORT: Report = {
  answered: [
    { operationId: 'getPaymentDetails', statuses: { 200: 2, 404: 1 } },
    { operationId: 'voidPayment', statuses: {} },
  ],
  deviations: [
    {
      operationId: 'getPaymentDetails',
      status: 200,
      place: 'body.status',
      problem: 'is `Settling`, which is not among the documented values',
      judges: ['Ajv', 'Prism'],
      probes: ['of a payment', 'of a payment of this run'],
    },
    {
      operationId: 'getPaymentsList',
      status: null,
      place: 'answer',
      problem: 'is missing: it took too long',
      judges: [],
      probes: ['by a reference that nothing has'],
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
/** As it is without colours. */
const text = (report: Report) => plain(renderText(report));

const CLEAN: Report = { ...REPORT, deviations: [], notes: [], held: null };

it('the report for people names all that deviates, and what was held', () => {
  expect(text(REPORT).split('\n')).toEqual([
    'What answered',
    '  getPaymentDetails       200, 404',
    '  voidPayment             –',
    '',
    'Deviations: 2',
    '  getPaymentDetails 200: body.status is `Settling`, which is not among the documented values',
    '      of a payment, of a payment of this run; found by Ajv and Prism',
    '  getPaymentsList: answer is missing: it took too long',
    '      by a reference that nothing has',
    '',
    'What the description infers: 1 refuted, 2 confirmed, 1 not exercised',
    '  refuted',
    '    Payment               id pattern: getPaymentDetails 200: it is not',
    '  confirmed',
    '    Link                  as a whole, href',
    '  not exercised',
    '    paths                 POST /payments',
    '',
    'Notes',
    '  A note.',
    '',
    'Money may still be held: pay_1, pay_2, with the reference live-1. Release it by hand.',
    '',
    'The server deviates from the description: 2 deviations.',
  ]);
});

it('the report for people ends with whether there is something to do', () => {
  expect(text(CLEAN)).toMatch(/\n\nThe server keeps to the description, as far as was seen\.$/);
  expect(text({ ...CLEAN, held: REPORT.held })).toMatch(/\n\nThe money of this run was not given back\.$/);
});

it('the report for an issue is a list of tasks under a title that says what is the matter', () => {
  expect(renderMarkdown(REPORT)).toBe(`# The live server deviates from the description

**Money may still be held: pay_1, pay_2, with the reference live-1. Release it by hand.**

## Deviations: 2

- [ ] **getPaymentDetails 200**: \`body.status\` is \`Settling\`, which is not among the documented values
  - of a payment, of a payment of this run; found by Ajv and Prism
- [ ] **getPaymentsList**: \`answer\` is missing: it took too long
  - by a reference that nothing has

## What answered

| operation | statuses |
| --- | --- |
| \`getPaymentDetails\` | 200, 404 |
| \`voidPayment\` | – |

## What the description infers: 1 refuted, 2 confirmed, 1 not exercised

### refuted

- Payment: \`id pattern\` (getPaymentDetails 200: it is not)

### confirmed

- Link: \`as a whole\`, \`href\`

### not exercised

- paths: \`POST /payments\`

## Notes

- A note.`);
  expect(renderMarkdown(CLEAN)).toMatch(/^# The live server keeps to the description\n\n## Deviations: 0\n/);
});

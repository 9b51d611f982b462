import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { CLEAN_REPORT, REPORT } from '../testing/sample-report.js';
import { renderText } from './render-text.js';
import type { Report } from './report.js';

/** Renders a report without colours. */
const text = (report: Report) => stripVTControlCharacters(renderText(report));

it('renderText lists the responses, deviations, inferences, notes and held payments', () => {
  expect(text(REPORT).split('\n')).toEqual([
    'Responses',
    '  getPaymentDetails       200, 404',
    '  voidPayment             –',
    '',
    'Deviations: 3',
    '  getPaymentDetails 200: body.status is `Settling`, which is not a documented value',
    '      of a payment, of a payment of this run; found by Ajv and Prism',
    '  getPaymentsList: response is missing: it took too long',
    '      by a reference that no payment has',
    '  getPaymentDetails 200: body.amount is not the amount of the payment request',
    '      of a payment of this run; found by the check of amounts (documented)',
    '',
    'Checks of meaning: 1 without a deviation, 1 with deviations, 1 not checked',
    '  echo        1 comparison',
    '  amounts     12 comparisons, 1 deviation',
    '  replay      not checked: nothing was repeated',
    '',
    'Inferred parts of the description: 1 refuted, 2 confirmed, 2 not exercised',
    '  refuted',
    '    Payment               id pattern: getPaymentDetails 200: it is not',
    '  confirmed',
    '    Link                  as a whole, href',
    '  not exercised',
    '    paths                 POST /payments',
    '    links                 VoidPayment (nothing was voided)',
    '',
    'Notes',
    '  A note.',
    '',
    'Money may still be held: pay_1, pay_2, with the reference live-1. Void or refund it by hand.',
    '',
    'The server deviates from the description: 3 deviations.',
  ]);
});

it('renderText lists what follows from a deviation below it', () => {
  const [first, second] = REPORT.deviations;
  if (!first || !second) return expect.unreachable();
  expect(text({ ...REPORT, deviations: [{ ...first, related: [second] }] })).toContain(
    `      of a payment, of a payment of this run; found by Ajv and Prism
      follows from it: getPaymentsList: response is missing: it took too long
`,
  );
});

it('renderText lists the settings to fix and what was not checked, and does not conclude that all is well', () => {
  const rendered = text({ ...CLEAN_REPORT, settings: ['Check the card.'] });
  expect(rendered).toContain('\nSettings to fix\n  Check the card.\n');
  expect(rendered).toMatch(/\n\nNo deviation was found, but a part was not checked\.$/);
  const incomplete = text({ ...CLEAN_REPORT, unchecked: ['The void did not complete.'] });
  expect(incomplete).toContain('\nNot checked\n  The void did not complete.\n');
  expect(incomplete).toMatch(/\n\nNo deviation was found, but a part was not checked\.$/);
});

it('renderText ends with a conclusion', () => {
  expect(text(CLEAN_REPORT)).toMatch(/\n\nNo deviation from the description was found\.$/);
  expect(text({ ...CLEAN_REPORT, held: REPORT.held })).toMatch(
    /\n\nNot all payments of this run could be voided or refunded\.$/,
  );
});

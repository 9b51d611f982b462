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
    'Deviations: 2',
    '  getPaymentDetails 200: body.status is `Settling`, which is not a documented value',
    '      of a payment, of a payment of this run; found by Ajv and Prism',
    '  getPaymentsList: response is missing: it took too long',
    '      by a reference that no payment has',
    '',
    'Inferred parts of the description: 1 refuted, 2 confirmed, 1 not exercised',
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

it('renderText ends with a conclusion', () => {
  expect(text(CLEAN_REPORT)).toMatch(/\n\nNo deviation from the description was found\.$/);
  expect(text({ ...CLEAN_REPORT, held: REPORT.held })).toMatch(
    /\n\nNot all payments of this run could be released\.$/,
  );
});

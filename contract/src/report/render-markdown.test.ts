import { expect, it } from 'vitest';
import { CLEAN_REPORT, REPORT } from '../testing/sample-report.js';
import { renderMarkdown } from './render-markdown.js';

it('renderMarkdown lists the deviations as tasks, under a title with the conclusion', () => {
  expect(renderMarkdown(REPORT)).toBe(`# The live server deviates from the description

**Money may still be held: pay_1, pay_2, with the reference live-1. Void or refund it by hand.**

## Deviations: 3

- [ ] **getPaymentDetails 200**: \`body.status\` is \`Settling\`, which is not a documented value
  - of a payment, of a payment of this run; found by Ajv and Prism
- [ ] **getPaymentsList**: \`response\` is missing: it took too long
  - by a reference that no payment has
- [ ] **getPaymentDetails 200**: \`body.amount\` is not the amount of the payment request
  - of a payment of this run; found by the check of amounts (documented)

## Responses

| operation | statuses |
| --- | --- |
| \`getPaymentDetails\` | 200, 404 |
| \`voidPayment\` | – |

## Checks of meaning: 1 without a deviation, 1 with deviations, 1 not checked

| check | compares | result |
| --- | --- | --- |
| echo | currencies | 1 comparison |
| amounts | amounts | 12 comparisons, 1 deviation |
| replay | responses | not checked: nothing was repeated |

## Inferred parts of the description: 1 refuted, 2 confirmed, 2 not exercised

### refuted

- Payment: \`id pattern\` (getPaymentDetails 200: it is not)

### confirmed

- Link: \`as a whole\`, \`href\`

### not exercised

- paths: \`POST /payments\`
- links: \`VoidPayment\` (nothing was voided)

## Notes

- A note.`);
  expect(renderMarkdown(CLEAN_REPORT)).toMatch(
    /^# The live server matches the description\n\n## Deviations: 0\n/,
  );
});

it('renderMarkdown lists what follows from a deviation, the settings to fix and what was not checked', () => {
  const [first, second] = REPORT.deviations;
  if (!first || !second) return expect.unreachable();
  expect(renderMarkdown({ ...REPORT, deviations: [{ ...first, related: [second] }] })).toContain(
    '\n  - follows from it: getPaymentsList: response is missing: it took too long\n',
  );
  const rendered = renderMarkdown({ ...CLEAN_REPORT, settings: ['Check the card.'] });
  expect(rendered).toMatch(/^# The live server matches the description, as far as it could be checked\n/);
  expect(rendered).toContain('\n## Settings to fix\n\n- Check the card.\n');
  const incomplete = renderMarkdown({ ...CLEAN_REPORT, unchecked: ['The void did not complete.'] });
  expect(incomplete).toMatch(/^# The live server matches the description, as far as it could be checked\n/);
  expect(incomplete).toContain('\n## Not checked\n\n- The void did not complete.\n');
});

import { expect, it } from 'vitest';
import { CLEAN_REPORT, REPORT } from '../testing/sample-report.js';
import { renderMarkdown } from './render-markdown.js';

it('renderMarkdown lists the deviations as tasks, under a title with the conclusion', () => {
  expect(renderMarkdown(REPORT)).toBe(`# The live server deviates from the description

**Money may still be held: pay_1, pay_2, with the reference live-1. Release it by hand.**

## Deviations: 2

- [ ] **getPaymentDetails 200**: \`body.status\` is \`Settling\`, which is not a documented value
  - of a payment, of a payment of this run; found by Ajv and Prism
- [ ] **getPaymentsList**: \`response\` is missing: it took too long
  - by a reference that no payment has

## Responses

| operation | statuses |
| --- | --- |
| \`getPaymentDetails\` | 200, 404 |
| \`voidPayment\` | – |

## Inferred parts of the description: 1 refuted, 2 confirmed, 1 not exercised

### refuted

- Payment: \`id pattern\` (getPaymentDetails 200: it is not)

### confirmed

- Link: \`as a whole\`, \`href\`

### not exercised

- paths: \`POST /payments\`

## Notes

- A note.`);
  expect(renderMarkdown(CLEAN_REPORT)).toMatch(
    /^# The live server matches the description\n\n## Deviations: 0\n/,
  );
});

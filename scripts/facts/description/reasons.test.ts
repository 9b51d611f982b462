import { describe, expect, it } from 'vitest';
import { readBundle } from '../testing/read-bundle.js';
import { readDescription } from './read-description.js';
import { classifyReason, readReason } from './reasons.js';

describe('classifyReason', () => {
  it.each([
    ['the page names no host', 'open'],
    ['checkout-sdk-net src/CheckoutSdk/Payments/PaymentPlan.cs', 'likely'],
    ['cko-payment-interfaces/checkout-api-reference paths/payments.yaml, response 429', 'likely'],
    ['checkout.com/docs/developer-resources/api/idempotency, for the same key', 'likely'],
    ['PayNearMe, HMAC signatures', 'likely'],
    ['advice of this project', 'likely'],
    ['no source that could be checked, for codes that end in letters', 'open'],
    ['the page states the unit once, for the amount of a payment request', 'likely'],
    ['its name, as the page has no text for it', 'likely'],
    ['RFC 6749, section 5.2', 'sure'],
    ["the page's text calls it a three-letter code", 'sure'],
    // The part from another API makes the reason less certain than the part from the page.
    ['the page names a link; checkout-api-reference Links/Link.yaml', 'likely'],
  ])('rates %j as %s', (reason, confidence) => {
    expect(classifyReason(reason).confidence).toBe(confidence);
  });

  it.each([
    'a little bird told us',
    'the page names no host; a little bird told us',
    'the official SDKs',
    'the public documentation of Checkout.com',
  ])('throws for a reason with a part of an unknown kind: %j', (reason) => {
    expect(() => classifyReason(reason)).toThrow('Name the source of this reason');
  });
});

describe('readReason', () => {
  it('names the file, the standard or the words that each part rests on', () => {
    const parts = readReason(
      'checkout-api-reference A/B.yaml, c.d; cko-payment-interfaces/checkout-api-reference A/B.yaml, e; ' +
        'checkout.com/docs/a/b, for c; RFC 6749, section 5.1; no source has it',
    );
    expect(parts.map(({ source }) => source)).toEqual([
      'checkout-api-reference A/B.yaml',
      'cko-payment-interfaces/checkout-api-reference A/B.yaml',
      'checkout.com/docs/a/b',
      'RFC 6749',
      'no source has it',
    ]);
  });

  it('knows the kind of every reason of the description', async () => {
    const { inferred } = readDescription(await readBundle());
    expect(inferred.length).toBeGreaterThan(0);
    for (const { reason } of inferred) expect(readReason(reason).length).toBeGreaterThan(0);
  });
});

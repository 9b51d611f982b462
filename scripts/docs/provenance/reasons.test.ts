import { describe, expect, it } from 'vitest';
import { classifyReason } from './reasons.js';

describe('classifyReason', () => {
  it.each([
    ['the page names no host', 'open'],
    ['the official SDKs of the API that LDDPay mirrors', 'likely'],
    ["PayNearMe's published signing scheme", 'likely'],
    ['RFC 6749, section 5.2', 'sure'],
    ["the page's text calls it a three-letter code", 'sure'],
    // The part from another API makes the reason less certain than the part from the page.
    ["the page's text names a link; the rest is that of the API that LDDPay mirrors", 'likely'],
  ])('rates %j as %s', (reason, confidence) => {
    expect(classifyReason(reason).confidence).toBe(confidence);
  });

  it('throws for a reason of an unknown kind', () => {
    expect(() => classifyReason('a little bird told us')).toThrow('a little bird told us');
  });
});

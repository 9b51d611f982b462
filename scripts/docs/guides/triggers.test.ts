import { describe, expect, it } from 'vitest';
import { guide, pay } from './testing/triggers.js';

// The amounts are compared in `triggers.slow.test.ts`.
describe('the guide to triggers', () => {
  it('names a card that is declined for any amount', async () => {
    const [, card = ''] = guide.match(/^\| `(\d+)` \| declined for any amount/m) ?? [];

    expect((await pay(1000, card)).status).toBe('Declined');
    expect((await pay(0, card)).status).toBe('Declined');
  });
});

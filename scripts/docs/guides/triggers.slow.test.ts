import { describe, expect, it } from 'vitest';
import { guide, lddpay, pay, sandbox } from './testing/triggers.js';

const endings = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'));

describe('the guide to triggers', () => {
  it('lists every amount that the sandbox does not approve, with its code', async () => {
    const listed = new Map(
      [...guide.matchAll(/^\| …(\d\d) \| 10\1 \| (declined|pending): (.*) \| (\d*) ?\|$/gm)].map(
        ([, ending = '', effect, text, code]) =>
          [ending, effect === 'declined' ? `Declined: ${text} ${code}` : 'Pending'] as const,
      ),
    );
    const observed = new Map<string, string>();
    for (const ending of endings) {
      const { status, response_summary: summary, response_code: code } = await pay(Number(`10${ending}`));
      if (status === 'Authorized') continue;
      observed.set(ending, status === 'Declined' ? `${summary} ${code}` : String(status));
    }

    expect(observed.size).toBeGreaterThan(5);
    expect([...observed].sort()).toEqual([...listed].sort());
  });

  it('names the amounts of payouts that are returned', async () => {
    const returned: string[] = [];
    for (const ending of endings) {
      const { id } = await lddpay.requestPayment({
        amount: Number(`10${ending}`),
        currency: 'USD',
        source: { type: 'currency_account' },
        destination: { type: 'bank_account' },
      } as Parameters<typeof lddpay.requestPayment>[0]);
      returned.push(id);
    }
    sandbox.clock.advance(2 * 24 * 60 * 60 * 1000);
    const statuses = await Promise.all(returned.map((id) => lddpay.getPaymentDetails(id)));
    const shown = endings.filter((_, index) => statuses[index]?.status === 'Returned');

    expect(shown.map((ending) => `| …${ending} | 10${ending} | a payout is paid, and returned`)).toEqual(
      guide.match(/^\| …\d\d \| \d+ \| a payout is paid, and returned/gm),
    );
  });
});

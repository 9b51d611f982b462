import { describe, expect, it } from 'vitest';
import { openApi } from '../testing/api.js';
import { errorResponse } from '../testing/fixtures.js';

describe.each<
  [unit: 'minor' | 'major', currency: string, conversions: Record<number, number>, invalid: unknown[]]
>([
  ['minor', 'USD', { 10: 10, 1000: 1000 }, [0, 0.1, 10.5, -1, '10', null]],
  ['minor', 'KWD', { 10: 10 }, [0.001]],
  ['major', 'USD', { 10: 1000, 10.1: 1010, 0.07: 7, 8.2: 820, 0.01: 1 }, [0, 0.001, 10.999, -1]],
  ['major', 'MGA', { 10.25: 1025 }, [0.001]],
  ['major', 'MRU', { 10.25: 1025 }, [0.001]],
  ['major', 'JPY', { 500: 500 }, [0.5]],
  ['major', 'KWD', { 0.001: 1, 1.001: 1001, 2: 2000 }, [0.0001]],
])(
  'convertRefundAmount with %s units, for a payment in %s,',
  (refundAmountUnit, currency, conversions, invalid) => {
    async function charge() {
      const api = await openApi({ refundAmountUnit });
      return { api, id: await api.charge({ currency, amount: 5000 }) };
    }

    it.each(Object.entries(conversions))('converts %s to %i minor units', async (text, minor) => {
      const { api, id } = await charge();

      expect((await api.refund(id, { refund_amount: Number(text) })).status).toBe(202);

      expect((await api.actions(id))[0]).toMatchObject({ type: 'Refund', amount: minor });
    });

    it.each(invalid)('rejects %s', async (refund_amount) => {
      const { api, id } = await charge();

      expect(await api.refund(id, { refund_amount })).toMatchObject(errorResponse('refund_amount_invalid'));

      expect(api.effects(id)).toHaveLength(2);
    });

    it('rejects more than was captured', async () => {
      const { api, id } = await charge();

      expect(await api.refund(id, { refund_amount: 5001 })).toMatchObject(
        errorResponse('amount_exceeds_balance'),
      );
    });
  },
);

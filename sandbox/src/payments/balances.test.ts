import { describe, expect, it } from 'vitest';
import { deriveStatus, renderBalances, type Totals } from './balances.js';

describe('deriveStatus', () => {
  it.each<[Partial<Totals>, string]>([
    [{}, 'Authorized'],
    [{ voided: 1000 }, 'Voided'],
    [{ captured: 1000 }, 'Captured'],
    [{ captured: 400 }, 'Partially Captured'],
    [{ captured: 400, voided: 600 }, 'Partially Captured'],
    [{ captured: 1000, refunded: 400 }, 'Partially Refunded'],
    [{ captured: 400, refunded: 400 }, 'Partially Refunded'],
    [{ captured: 400, voided: 600, refunded: 400 }, 'Refunded'],
    [{ captured: 1000, refunded: 1000 }, 'Refunded'],
  ])('derives from 1000 authorized and %o the status %s', (totals, status) => {
    expect(deriveStatus({ authorized: 1000, voided: 0, captured: 0, refunded: 0, ...totals })).toBe(status);
  });
});

it('renders the amounts that are available beside the totals', () => {
  expect(renderBalances({ authorized: 1000, voided: 100, captured: 600, refunded: 50 }, 300)).toEqual({
    total_authorized: 1000,
    total_voided: 100,
    available_to_void: 300,
    total_captured: 600,
    available_to_capture: 300,
    total_refunded: 50,
    available_to_refund: 550,
  });
});

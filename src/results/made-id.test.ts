import { describe, expect, it } from 'vitest';
import { idIn } from './made-id.js';

describe('the id of what a write made', () => {
  const data = { id: 'pay_1', action_id: 'act_1' };

  it('is that of the action where the write acts on a payment', () => {
    expect(idIn('pay_1', data)).toBe('act_1');
    expect(idIn('pay_1', { id: 'pay_1' })).toBeUndefined();
  });

  it('is that of the payment where the write makes one', () => {
    expect(idIn(undefined, data)).toBe('pay_1');
    expect(idIn(undefined, { action_id: 'act_1' })).toBeUndefined();
  });

  it.each([undefined, null, 'pay_1', {}, { id: '' }, { id: 17 }, { id: null }])('is not in %j', (other) => {
    expect(idIn(undefined, other)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { CannotRun } from './cannot-run.js';
import { settingsFromEnv } from './settings.js';

const ENV = {
  LDDPAY_BASE_URL: 'https://api.example.com',
  LDDPAY_CLIENT_ID: 'ack_example',
  LDDPAY_CLIENT_SECRET: 'example-client-secret',
  LDDPAY_SCOPE: 'gateway',
};
const SIGNING = {
  LDDPAY_SITE_IDENTIFIER: 'S0000000001',
  LDDPAY_SIGNING_SECRET: 'example-signing-secret',
  LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER: '3141592653',
};
const WRITES = { ...ENV, LDDPAY_LIVE_WRITES: '1' };

describe('settingsFromEnv', () => {
  it('names each required variable that is missing, with its purpose', () => {
    expect(() => settingsFromEnv({ LDDPAY_CLIENT_ID: 'ack_example' })).toThrow(
      new CannotRun(
        [
          'LDDPAY_BASE_URL is not set: the base URL of the API, such as https://api.example.com.',
          'LDDPAY_CLIENT_SECRET is not set: the secret of your access key.',
          'LDDPAY_SCOPE is not set: the scope of access tokens.',
        ].join('\n'),
      ),
    );
  });

  it('treats an empty variable as missing', () => {
    expect(() => settingsFromEnv({ ...ENV, LDDPAY_SCOPE: '' })).toThrow('LDDPAY_SCOPE is not set');
    expect(settingsFromEnv({ ...ENV, LDDPAY_LIVE_PAYMENT_ID: '', LDDPAY_TOKEN_URL: '' })).toMatchObject({
      paymentId: undefined,
      options: { tokenUrl: undefined },
    });
  });

  it.each(['0', ''])('allows no payments for LDDPAY_LIVE_WRITES=%j', (value) => {
    expect(settingsFromEnv({ ...ENV, ...SIGNING, LDDPAY_LIVE_WRITES: value }).writes).toBeUndefined();
  });

  it('pays with the documented test card by default', () => {
    expect(settingsFromEnv(WRITES, 2026).writes).toEqual({
      card: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2028, cvv: '100' },
      currency: 'USD',
      facilitatorId: undefined,
    });
    const other = {
      LDDPAY_LIVE_CARD_NUMBER: '4111111111111111',
      LDDPAY_LIVE_CARD_EXPIRY: '01/2031',
      LDDPAY_LIVE_CARD_CVV: '1234',
      LDDPAY_LIVE_CURRENCY: 'EUR',
    };
    expect(settingsFromEnv({ ...WRITES, ...SIGNING, ...other }).writes).toEqual({
      card: { type: 'card', number: '4111111111111111', expiry_month: 1, expiry_year: 2031, cvv: '1234' },
      currency: 'EUR',
      facilitatorId: '3141592653',
    });
  });

  it.each(['LDDPAY_BASE_URL', 'LDDPAY_TOKEN_URL'])('names %s when it is no URL', (name) => {
    expect(() => settingsFromEnv({ ...ENV, [name]: 'not a URL' })).toThrow(
      `${name} must be an http or https URL`,
    );
  });

  it.each([
    ['LDDPAY_SITE_IDENTIFIER', 'LDDPAY_SIGNING_SECRET'],
    ['LDDPAY_SIGNING_SECRET', 'LDDPAY_SITE_IDENTIFIER'],
  ] as const)('says what %s needs when it is set without %s', (name, other) => {
    expect(() => settingsFromEnv({ ...ENV, [name]: SIGNING[name] })).toThrow(
      new CannotRun(
        `${name} is set, but ${other} is not. Signed requests need both: set ${other}, or unset ${name} to sign none.`,
      ),
    );
  });

  it('signs nothing without the signing secret', () => {
    const { LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER } = SIGNING;
    expect(settingsFromEnv({ ...WRITES, LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER }).writes?.facilitatorId).toBe(
      undefined,
    );
  });

  it.each([
    ['LDDPAY_BASE_URL', 'api.4242424242424242.com'],
    ['LDDPAY_LIVE_PAYMENT_ID', 'pay_4242424242424242'],
    ['LDDPAY_LIVE_CARD_NUMBER', '4242 4242 4242 4242'],
    ['LDDPAY_LIVE_CARD_EXPIRY', '13/4242'],
    ['LDDPAY_LIVE_CARD_CVV', '42424'],
    ['LDDPAY_LIVE_CURRENCY', '4242'],
    ['LDDPAY_LIVE_WRITES', '4242'],
    ['LDDPAY_LIVE_WRITES', 'true'],
    ['LDDPAY_LIVE_WRITES', ' 1'],
    ['LDDPAY_SITE_IDENTIFIER', '4242'],
  ])('rejects a wrong %s without showing it', (name, value) => {
    const read = () => settingsFromEnv({ ...WRITES, [name]: value });
    expect(read).toThrow(name === 'LDDPAY_LIVE_WRITES' ? 'LDDPAY_LIVE_WRITES must be 1 or 0' : undefined);
    expect(read).not.toThrow(/4242/);
  });
});

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import { errorResponse, type Fields, REFUND, sign } from '../testing/fixtures.js';
import { buildSignedString } from './request-signature.js';

/** The processor's published test vectors: the secret, the fields, the signed string and its signature. */
const VECTORS: [string, Fields, string, string][] = [
  [
    'ab7b539ea1317cca67c63c552',
    {
      order_amount: '500',
      order_currency: 'USD',
      order_is_standing: 'true',
      order_type: 'any',
      site_customer_identifier: '11223344',
      site_identifier: 'S2155373459',
      timestamp: '1636142061',
      version: '3.0',
    },
    'order_amount500order_currencyUSDorder_is_standingtrueorder_typeanysite_customer_identifier11223344' +
      'site_identifierS2155373459timestamp1636142061version3.0',
    '65c694f4b632187aa02fc4144cdd374373307f0a200448c9e53f2e47d84b3b82',
  ],
  [
    'abc123',
    { foobar: 'helloworld', site_identifier: 'MySiteID', timestamp: 1582149833, version: '3.0' },
    'foobarhelloworldsite_identifierMySiteIDtimestamp1582149833version3.0',
    '7986b4e59c15cd22fd496113c916f9739f619778812bf9ab8943af80749aadcc',
  ],
];

it.each(VECTORS)(
  'matches the published test vector with the secret %s',
  (secret, fields, text, signature) => {
    const unordered = Object.fromEntries(Object.entries(fields).reverse());

    expect(buildSignedString({ ...unordered, signature: 'x', call: 'x', format: 'json' })).toBe(text);
    expect(createHmac('sha256', secret).update(text).digest('hex')).toBe(signature);
  },
);

describe.each(['refunds', 'reversals'])('%s', (path) => {
  async function setUp() {
    const api = await openApi();
    const id = await api.charge();
    return { api, id, send: (body: Fields | string) => api.post(`/payments/${id}/${path}`, body) };
  }

  it('are accepted with a valid signature', async () => {
    const { send } = await setUp();

    expect((await send(sign({ ...REFUND, refund_amount: 10.5 * 2 }))).status).toBe(202);
  });

  it('are accepted with unknown fields that are signed', async () => {
    const { send } = await setUp();

    expect((await send(sign({ ...REFUND, order_note: 'ÄÖ 17' }))).status).toBe(202);
  });

  it.each(['20.0', '20.00', '2e1', '2E+1', '20'])(
    'are accepted with the amount %s when it is signed as it is written',
    async (literal) => {
      const { send } = await setUp();

      expect((await send(withLiteral(sign({ ...REFUND, refund_amount: literal }), literal))).status).toBe(
        202,
      );
    },
  );

  it.each(['20.0', '2e1'])('are rejected with the amount %s when it is signed as 20', async (literal) => {
    const { send } = await setUp();

    expect(await send(withLiteral(sign({ ...REFUND, refund_amount: 20 }), literal))).toMatchObject(
      errorResponse('signature_invalid'),
    );
  });

  it('are accepted with escapes, and with the last of two values of a name', async () => {
    const { send } = await setUp();
    const body = sign({ ...REFUND, 'order_"note"': 'a, "b": {1}\\', order_paid: true });
    const text = JSON.stringify(body).replace('{', '{"order_paid": 1.0, ');

    expect((await send(text)).status).toBe(202);
  });

  it.each<[string, Fields, string]>([
    ['when they are signed with another secret', sign(REFUND, 'another secret'), 'signature_invalid'],
    ['when a field was added after signing', { ...sign(REFUND), refund_amount: 1 }, 'signature_invalid'],
    [
      'when the amount was raised after signing',
      { ...sign({ ...REFUND, refund_amount: 1 }), refund_amount: 2 },
      'signature_invalid',
    ],
    ['with a signature in upper case', withUpperCaseSignature(sign(REFUND)), 'signature_invalid'],
    ['with a truncated signature', withTruncatedSignature(sign(REFUND)), 'signature_invalid'],
    ['without a signature', REFUND, 'signature_required'],
    ['with a value that is an object', sign({ ...REFUND, order_note: { a: 1 } }), 'signature_invalid'],
    ['with a value that is an array', sign({ ...REFUND, order_note: [] }), 'signature_invalid'],
    ['for another site', sign({ ...REFUND, site_identifier: 'S2' }), 'site_identifier_invalid'],
    ['without a site', sign(without('site_identifier')), 'site_identifier_required'],
    ['with another version', sign({ ...REFUND, version: '2.0' }), 'version_invalid'],
    ['with a version that is a number', sign({ ...REFUND, version: 3 }), 'version_invalid'],
    ['without a timestamp', sign(without('timestamp')), 'timestamp_required'],
    ['with a timestamp that is not a number', sign({ ...REFUND, timestamp: 'now' }), 'timestamp_invalid'],
    [
      'without a payment identifier of the facilitator',
      sign(without('pnm_payment_identifier')),
      'pnm_payment_identifier_required',
    ],
  ])('are rejected %s', async (_, body, code) => {
    const { api, id, send } = await setUp();

    expect(await send(body)).toMatchObject(errorResponse(code));
    expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000']);
  });

  it('are rejected for an unknown payment, after the signature is checked', async () => {
    const { api } = await setUp();
    const unknown = `/payments/pay_${'a'.repeat(26)}/${path}`;

    expect((await api.post(unknown, sign(REFUND))).status).toBe(404);
    expect((await api.post(unknown, sign(REFUND, 'another secret'))).status).toBe(422);
  });
});

it('accepts the configured site and secret', async () => {
  const api: Api = await openApi({ siteIdentifier: 'S17', signingSecret: 'open sesame' });
  const refunds = `/payments/${await api.charge()}/refunds`;

  const right = sign({ ...REFUND, site_identifier: 'S17' }, 'open sesame');

  expect(await api.post(refunds, sign({ ...REFUND, site_identifier: 'S17' }))).toMatchObject(
    errorResponse('signature_invalid'),
  );
  expect((await api.post(refunds, right)).status).toBe(202);
});

function without(name: keyof typeof REFUND): Fields {
  const { [name]: _, ...rest } = REFUND;
  return rest;
}

/** Returns the JSON of a body, in which its amount is the literal of a number. */
function withLiteral(body: Fields, literal: string): string {
  return JSON.stringify({ ...body, refund_amount: 0 }).replace(
    '"refund_amount":0',
    `"refund_amount":${literal}`,
  );
}

function withUpperCaseSignature({ signature, ...fields }: Fields): Fields {
  return { ...fields, signature: String(signature).toUpperCase() };
}

function withTruncatedSignature({ signature, ...fields }: Fields): Fields {
  return { ...fields, signature: String(signature).slice(2) };
}

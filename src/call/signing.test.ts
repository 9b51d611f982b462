import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RefundRequest } from '../../generated/models.js';
import { createClient } from '../client.js';
import { calls } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { CREDENTIALS, PAYMENT_ID, REFUND, SECRETS, SIGNING } from '../testing/fixtures.js';
import { testFetch } from '../testing/test-fetch.js';
import { type SignableValue, signRequest } from './signing.js';

/** Signs a body with the published scheme, implemented independently of the client. */
function sign(body: Readonly<Record<string, unknown>>, secret: string): string {
  const hmac = createHmac('sha256', secret);
  for (const name of Object.keys(body).sort()) if (name !== 'signature') hmac.update(`${name}${body[name]}`);
  return hmac.digest('hex');
}

const RULE = 'a well-formed string, a boolean or a plain decimal number';

function parseBody(text: string | undefined): Record<string, unknown> {
  return JSON.parse(text ?? '');
}

describe('signRequest', () => {
  it('reproduces the published signature of the order example', async () => {
    expect(
      await signRequest(
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
        'ab7b539ea1317cca67c63c552',
      ),
    ).toBe('65c694f4b632187aa02fc4144cdd374373307f0a200448c9e53f2e47d84b3b82');
  });

  const HELLO = {
    foo: 'bar',
    hello: 'world',
    site_identifier: 'MySiteID',
    timestamp: '1582149833',
    version: '3.0',
  };
  const HELLO_SIGNED = '7986b4e59c15cd22fd496113c916f9739f619778812bf9ab8943af80749aadcc';

  it('reproduces the published signature of the hello world example', async () => {
    expect(await signRequest(HELLO, 'abc123')).toBe(HELLO_SIGNED);
  });

  it('does not depend on the order of the parameters', async () => {
    const reversed = Object.fromEntries(Object.entries(HELLO).reverse());

    expect(await signRequest(reversed, 'abc123')).toBe(HELLO_SIGNED);
  });

  it.each(['signature', 'call', 'format'])('does not sign `%s`', async (name) => {
    expect(await signRequest({ ...HELLO, [name]: 'anything' }, 'abc123')).toBe(HELLO_SIGNED);
  });

  it('does not sign parameters that are undefined, which JSON does not send', async () => {
    expect(await signRequest({ ...HELLO, agent: undefined }, 'abc123')).toBe(HELLO_SIGNED);
  });

  it('returns another signature for another name, value or secret', async () => {
    expect(await signRequest({ ...HELLO, foo: 'baz' }, 'abc123')).not.toBe(HELLO_SIGNED);
    expect(await signRequest({ ...HELLO, extra: '' }, 'abc123')).not.toBe(HELLO_SIGNED);
    expect(await signRequest(HELLO, 'abc124')).not.toBe(HELLO_SIGNED);
  });

  it.each<{ value: SignableValue; text: string }>([
    { value: 500, text: '500' },
    { value: 10.5, text: '10.5' },
    { value: -3, text: '-3' },
    { value: 0, text: '0' },
    { value: true, text: 'true' },
    { value: false, text: 'false' },
  ])('signs $value as JSON sends it', async ({ value, text }) => {
    expect(text).toBe(JSON.stringify(value));
    expect(await signRequest({ value }, 'abc123')).toBe(await signRequest({ value: text }, 'abc123'));
  });

  it('signs strings as UTF-8', async () => {
    expect(await signRequest({ name: 'Zoë 🙂' }, 'schlüssel')).toBe(sign({ name: 'Zoë 🙂' }, 'schlüssel'));
  });

  it.each<{ name: string; value: unknown }>([
    { name: 'null', value: null },
    { name: 'an object', value: { nested: 'secret-value' } },
    { name: 'a list', value: ['secret-value'] },
    { name: 'a number with a positive exponent', value: 1e21 },
    { name: 'a number with a negative exponent', value: 1e-7 },
    { name: 'a bigint', value: 1n },
    { name: 'a Map', value: new Map([['a', 'b']]) },
    { name: 'NaN', value: Number.NaN },
    { name: 'infinity', value: Number.POSITIVE_INFINITY },
    { name: 'a lone surrogate', value: 'secret-value \ud800' },
    { name: 'an object that throws when it is printed', value: { toString: 'secret-value' } },
    {
      name: 'a getter that throws',
      value: {
        get nested() {
          throw new Error('secret-value');
        },
      },
    },
  ])('rejects $name with an error that names the parameter', async ({ value }) => {
    const error = await catchError(signRequest({ odd: value as SignableValue }, 'abc123'));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toBe(`\`odd\` must be ${RULE}.`);
    expect(error.message).not.toContain('secret-value');
  });
});

describe('signRequest with odd arguments', () => {
  it.each<{ name: string; parameters: unknown; field: string }>([
    { name: 'a name with a lone surrogate', parameters: { 'a\udc00': 'b' }, field: 'a?' },
    { name: 'null', parameters: null, field: 'parameters' },
    { name: 'a Map', parameters: new Map([['a', 'b']]), field: 'parameters' },
    {
      name: 'a getter that throws',
      parameters: {
        get a() {
          throw new Error('hush');
        },
      },
      field: 'parameters',
    },
  ])('rejects $name with config', async ({ parameters, field }) => {
    const error = await catchError(signRequest(parameters as Record<string, string>, 'abc123'));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(`\`${field}\``);
    expect(error.message).not.toContain('hush');
  });
});

describe('the examples of the description', () => {
  const directory = new URL('../../openapi/examples/', import.meta.url);
  const examples = readdirSync(directory)
    .filter((file) => /^(refund-|reversal).*\.yaml$/.test(file))
    .map((file) => {
      const { value }: { value: Record<string, SignableValue> } = parse(
        readFileSync(new URL(file, directory), 'utf8'),
      );
      return { file, value };
    })
    .filter(({ value }) => value['site_identifier'] !== undefined);

  it('include signed refunds and reversals', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
  });

  it.each(examples)('include the correct signature in $file', async ({ value }) => {
    expect(value['signature']).toBe(await signRequest(value, 'example-signing-secret'));
  });
});

describe.each(['refundPayment', 'reversePayment'] as const)('%s', (operationId) => {
  it('completes and signs the body', async () => {
    const { fetch, operationRequests } = testFetch();
    const before = Math.floor(Date.now() / 1000);

    await calls[operationId](createClient({ ...CREDENTIALS, fetch, signing: SIGNING }));

    const after = Math.floor(Date.now() / 1000);
    const sent = parseBody(operationRequests[0]?.body);
    const timestamp = Number(sent['timestamp']);
    expect(sent).toEqual({
      ...REFUND,
      site_identifier: SIGNING.siteIdentifier,
      timestamp: expect.stringMatching(/^\d+$/),
      version: '3.0',
      signature: sign(sent, SIGNING.secret),
    });
    expect(timestamp).toBeGreaterThanOrEqual(before);
    expect(timestamp).toBeLessThanOrEqual(after);
  });

  it('keeps and signs the signature fields that the caller sets', async () => {
    const { fetch, operationRequests } = testFetch();
    const client = createClient({ ...CREDENTIALS, fetch, signing: { ...SIGNING, version: '3.1' } });
    const given = {
      ...REFUND,
      site_identifier: 'S2',
      timestamp: '1700000000',
      version: '2.9',
      refund_amount: 300,
    };

    await client[operationId](PAYMENT_ID, given);

    const sent = parseBody(operationRequests[0]?.body);
    expect(sent).toEqual({ ...given, signature: sign(given, SIGNING.secret) });
  });

  it('uses the version of the signing option', async () => {
    const { fetch, operationRequests } = testFetch();
    const client = createClient({ ...CREDENTIALS, fetch, signing: { ...SIGNING, version: '3.1' } });

    await client[operationId](PAYMENT_ID, REFUND);

    expect(parseBody(operationRequests[0]?.body)['version']).toBe('3.1');
  });

  it('fills in signature fields that are undefined', async () => {
    const { fetch, operationRequests } = testFetch();
    const given: typeof REFUND = Object.assign({ timestamp: undefined, version: undefined }, REFUND);

    await createClient({ ...CREDENTIALS, fetch, signing: SIGNING })[operationId](PAYMENT_ID, given);

    const sent = parseBody(operationRequests[0]?.body);
    expect(sent).toMatchObject({ timestamp: expect.stringMatching(/^\d+$/), version: '3.0' });
    expect(sent['signature']).toBe(sign(sent, SIGNING.secret));
  });

  it('does not modify the body of the caller', async () => {
    const { fetch } = testFetch();
    const given = Object.freeze({ ...REFUND });

    await createClient({ ...CREDENTIALS, fetch, signing: SIGNING })[operationId](PAYMENT_ID, given);

    expect(given).toEqual(REFUND);
  });

  it.each([
    { name: 'with', signing: SIGNING },
    { name: 'without', signing: undefined },
  ])('sends a signed body unchanged $name the signing option', async ({ signing }) => {
    const { fetch, operationRequests } = testFetch();
    const given = {
      pnm_payment_identifier: '1',
      signature: 'by-myself',
      version: '3.0',
      timestamp: '1700000000',
      site_identifier: 'S2',
    };

    await createClient({ ...CREDENTIALS, fetch, signing })[operationId](PAYMENT_ID, given);

    expect(operationRequests[0]?.body).toBe(JSON.stringify(given));
  });

  it('rejects an unsigned body without the signing option, names the missing fields and sends nothing', async () => {
    const { fetch, operationRequests, tokenRequests } = testFetch();
    const incomplete = { ...REFUND, timestamp: '1700000000' } as RefundRequest;

    const error = await catchError(
      createClient({ ...CREDENTIALS, fetch })[operationId](PAYMENT_ID, incomplete),
    );

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId });
    expect(error.message).toContain('`site_identifier`, `version`, `signature` must be set');
    expect(error.message).toContain('Otherwise use the `signing` option');
    expect(error.message).not.toContain('timestamp');
    expect([...tokenRequests, ...operationRequests]).toEqual([]);
  });

  it.each([
    { name: 'with', signing: SIGNING },
    { name: 'without', signing: undefined },
  ])('does not take null for a signature $name the signing option', async ({ signing }) => {
    const { fetch, operationRequests } = testFetch();
    const client = createClient({ ...CREDENTIALS, fetch, signing });
    const given = { ...REFUND, site_identifier: null, timestamp: null, version: '3.0', signature: null };

    const error = await catchError(client[operationId](PAYMENT_ID, given as never));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId });
    expect(error.message).toContain('`site_identifier`, `timestamp`, `signature` must be set');
    expect(operationRequests).toEqual([]);
  });

  it('rejects a field with a lone surrogate, which is signed as another string than it is sent', async () => {
    const { fetch, operationRequests, tokenRequests } = testFetch();
    const client = createClient({ ...CREDENTIALS, fetch, signing: SIGNING });

    const error = await catchError(
      client[operationId](PAYMENT_ID, { ...REFUND, reference: 'a\ud800' } as never),
    );

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId });
    expect(error.message).toContain('`reference` must be a well-formed string');
    expect([...tokenRequests, ...operationRequests]).toEqual([]);
  });

  it('rejects a value that cannot be signed, and sends nothing', async () => {
    const { fetch, operationRequests, tokenRequests } = testFetch();
    const client = createClient({ ...CREDENTIALS, fetch, signing: SIGNING });

    const error = await catchError(client[operationId](PAYMENT_ID, { ...REFUND, note: 1e21 } as never));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId });
    expect(error.message).toContain('`note`');
    expect(error.message).not.toContain(SECRETS.signingSecret);
    expect([...tokenRequests, ...operationRequests]).toEqual([]);
  });
});

it('signs only refunds and reversals', async () => {
  const { fetch, operationRequests } = testFetch();
  const client = createClient({ ...CREDENTIALS, fetch, signing: SIGNING });

  await client.capturePayment(PAYMENT_ID, { amount: 5 });

  expect(parseBody(operationRequests[0]?.body)).toEqual({ amount: 5 });
});

it('rejects an empty signing secret with a config error', async () => {
  const error = await catchError(signRequest({ a: 1 }, ''));

  expect(error).toMatchObject({ kind: 'config' });
  expect(error.message).toContain('`secret` must be a non-empty string');
});

import { describe, expect, it } from 'vitest';
import { operations } from '../generated/operations.js';
import { type Client, createClient } from './client.js';
import {
  CREDENTIALS,
  calls,
  failureOf,
  operationIds,
  PAYMENT,
  PAYMENT_ID,
  SIGNING,
  testFetch,
} from './testing/client.js';

const SESSION_ID = 'sid_mbabizu24mvu3mela5njyhpit4';

function setUp() {
  const transport = testFetch();
  const client = createClient({ ...CREDENTIALS, signing: SIGNING, fetch: transport.fetch });
  const requests = () => [...transport.tokenRequests, ...transport.operationRequests];
  return { ...transport, client, requests };
}

/** Calls an operation as untyped callers can. */
function call(client: Client<true>, id: keyof Client, ...input: readonly unknown[]): PromiseLike<unknown> {
  const method = client[id] as (...input: readonly unknown[]) => PromiseLike<unknown>;
  return method(...input);
}

describe('an id', () => {
  const withId = operationIds.filter((id) => 'id' in operations[id].pathParameters);

  it.each(withId)('of %s is refused when it is malformed, and nothing is sent', async (operationId) => {
    const { client, requests } = setUp();
    const malformed = [
      '../tokens?x=1',
      `${PAYMENT_ID}/../../tokens`,
      '',
      `${PAYMENT_ID}\n`,
      `\n${PAYMENT_ID}`,
      ` ${PAYMENT_ID}`,
      PAYMENT_ID.slice(0, -1),
      `${PAYMENT_ID}x`,
      PAYMENT_ID.toUpperCase(),
      undefined,
      null,
      42,
      [PAYMENT_ID],
    ];

    for (const id of malformed) {
      const error = await failureOf(call(client, operationId, id, {}));
      expect(error, `for ${JSON.stringify(id)}`).toMatchObject({
        kind: 'config',
        outcome: 'not_sent',
        operationId,
      });
      expect(error.message).toContain('`id`');
    }
    expect(requests()).toEqual([]);
  });

  it.each(withId.filter((id) => id !== 'getPaymentDetails'))('of a session is refused by %s', async (id) => {
    const { client, requests } = setUp();

    const error = await failureOf(call(client, id, SESSION_ID, {}));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
    expect(error.message).toContain('`id`');
    expect(requests()).toEqual([]);
  });

  it('of a session is taken by getPaymentDetails', async () => {
    const { client, operationRequests } = setUp();

    await client.getPaymentDetails(SESSION_ID);

    expect(operationRequests[0]?.url).toBe(`${CREDENTIALS.baseUrl}/payments/${SESSION_ID}`);
  });
});

describe('a required body', () => {
  const withoutId = (['requestPayment', 'searchPayments'] as const).map((id) => ({ id, path: [] }));
  const withId = (['refundPayment', 'reversePayment'] as const).map((id) => ({ id, path: [PAYMENT_ID] }));

  it('is tested for every operation that has one', () => {
    const required = operationIds.filter(
      (id) => operations[id].body === 'required' && operations[id].secured,
    );
    expect([...withoutId, ...withId].map(({ id }) => id).sort()).toEqual(required.sort());
  });

  it.each([...withoutId, ...withId])(
    'of $id that is missing or no object is refused',
    async ({ id, path }) => {
      const { client, requests } = setUp();

      for (const body of [undefined, null, 'text', 42]) {
        const error = await failureOf(call(client, id, ...path, body));
        expect(error, `for ${body}`).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: id });
        expect(error.message).toContain('`body`');
      }
      expect(requests()).toEqual([]);
    },
  );
});

describe('a further header', () => {
  it.each([
    { name: 'a line break in its value', header: ['X-Note', 'hush\r\nX-Other: 1'] },
    { name: 'a zero byte in its value', header: ['X-Note', 'hush\0'] },
    { name: 'a letter beyond Latin-1 in its value', header: ['X-Note', 'hush 🙂'] },
    { name: 'a space in its name', header: ['X Note', 'hush'] },
    { name: 'a line break in its name', header: ['X-Note\n', 'hush'] },
    { name: 'no name', header: ['', 'hush'] },
  ] as const)('with $name is refused without showing the value', async ({ header: [name, value] }) => {
    const { client, requests } = setUp();

    const error = await failureOf(client.requestPayment(PAYMENT, { headers: { [name]: value } }));

    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent', operationId: 'requestPayment' });
    expect(error.message).toContain('`headers`');
    expect(error.message).toContain(JSON.stringify(name));
    expect(error.message).not.toContain('hush');
    expect(requests()).toEqual([]);
  });
});

it('takes every operation as a user makes it', async () => {
  const { client, operationRequests } = setUp();

  for (const id of operationIds) await calls[id](client);

  expect(operationRequests).toHaveLength(operationIds.length - 1);
});

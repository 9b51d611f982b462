import { type Client, type ClientOptions, createClient, isLddPayError } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ORDER } from '../../contract/src/conformance/payments.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A decline, by its amount. */
const DECLINED = { ...ORDER, amount: 1005 };
const OTHER_CARD = { ...DECLINED, source: { ...ORDER.source, number: '5436031030606378' } };
const PART = { amount: 100, capture_type: 'NonFinal', reference: 'ORD-17-1' } as const;

/** Tests what a client finds of writes whose request or response was lost, over a transport. */
export function testLostWrites(transport: string, options: Pick<ClientOptions, 'fetch'>): void {
  describe(`reconcile on ${transport}`, () => {
    async function setUp() {
      const sandbox = createSandbox();
      const server = await sandbox.listen();
      onTestFinished(() => server.close());
      const connect = () =>
        createClient({ baseUrl: server.url, ...sandbox.credentials, ...options, maxRetries: 0 });
      const lose = async (
        effect: 'drop-before' | 'drop-after',
        client: Client,
        call: (client: Client) => PromiseLike<unknown>,
      ) => {
        // The fault must not hit the token request.
        await client.getToken();
        sandbox.faults.inject({ effect });
        const error = await call(client).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (!isLddPayError(error)) throw new Error('The response was not lost.', { cause: error });
        expect(error.outcome).toBe('unknown');
        return error;
      };
      const authorize = async (client: Client) =>
        (await client.requestPayment({ ...ORDER, capture: false })).id;
      return { sandbox, connect, lose, authorize };
    }

    it('returns unknown for both of two equal payments at once, of which only one was made', async () => {
      const { sandbox, connect } = await setUp();
      const client = connect();
      await client.getToken();
      for (const effect of ['drop-before', 'drop-after'] as const) sandbox.faults.inject({ effect });

      const errors = await Promise.all(
        [1, 2].map(() => client.requestPayment(ORDER).catch((reason: unknown) => reason)),
      );

      expect(new Set(sandbox.ledger().map(({ paymentId }) => paymentId)).size).toBe(1);
      for (const error of errors) {
        if (!isLddPayError(error)) throw new Error('The response was not lost.', { cause: error });
        expect(await client.reconcile(error)).toMatchObject({ result: 'unknown', payments: [{}] });
      }
    });

    it('finds a payment and a capture whose responses were lost', async () => {
      const { sandbox, connect, lose, authorize } = await setUp();
      const client = connect();
      const id = await authorize(client);

      const payment = await lose('drop-after', client, () => client.requestPayment(ORDER));
      const [captured] = sandbox.ledger().slice(-1);
      expect(await client.reconcile(payment)).toMatchObject({
        result: 'found',
        payment: { id: captured?.paymentId },
      });

      const capture = await lose('drop-after', client, () => client.capturePayment(id, PART));
      const [action] = sandbox.ledger().slice(-1);
      expect(await client.reconcile(capture)).toMatchObject({
        result: 'found',
        action: { id: action?.actionId },
      });
    });

    it.each([10 * MINUTE, 25 * HOUR])(
      'returns unknown with the payment when another process repeats the call %i ms later',
      async (ms) => {
        const { sandbox, connect, lose } = await setUp();
        const idempotencyKey = 'order-17';
        const charge = (client: Client) => client.requestPayment(ORDER, { idempotencyKey });
        await lose('drop-after', connect(), charge);
        sandbox.clock.advance(ms);
        const client = connect();
        const error = await lose('drop-after', client, charge);

        const ids = new Set(sandbox.ledger().map(({ paymentId }) => paymentId));
        const lookup = await client.reconcile(error);

        expect(ids.size).toBe(ms > 24 * HOUR ? 2 : 1);
        expect(lookup.result).toBe('unknown');
        const seen = lookup.result === 'unknown' ? (lookup.payments ?? []) : [];
        expect(new Set(seen.map(({ id }) => id))).toEqual(ids);
      },
    );

    it.each<{
      name: string;
      first: (client: Client, id: string) => PromiseLike<unknown>;
      second?: (client: Client, id: string) => PromiseLike<unknown>;
    }>([
      { name: 'a payment of the same reference and amount', first: (client) => client.requestPayment(ORDER) },
      {
        name: 'another card after a decline',
        first: (client) => client.requestPayment(DECLINED),
        second: (client) => client.requestPayment(OTHER_CARD),
      },
      { name: 'an equal capture', first: (client, id) => client.capturePayment(id, PART) },
    ])('does not take an earlier write for $name that never arrived', async ({ first, second = first }) => {
      const { connect, lose, authorize } = await setUp();
      const client = connect();
      const id = await authorize(client);
      await first(client, id);

      const other = connect();
      const elsewhere = await lose('drop-before', other, () => second(other, id));
      expect((await other.reconcile(elsewhere)).result).toBe('unknown');

      const here = await lose('drop-before', client, () => second(client, id));
      expect(await client.reconcile(here)).toEqual({ result: 'not_found' });
    });

    it('returns not_found for a payment that never arrived, among those of several pages', async () => {
      const { connect, lose } = await setUp();
      const client = connect();
      for (let count = 0; count < 12; count += 1) await client.requestPayment(ORDER);
      const error = await lose('drop-before', client, () => client.requestPayment(ORDER));

      expect(await client.reconcile(error)).toEqual({ result: 'not_found' });
    });

    describe('from facts, after a restart', () => {
      const facts = {
        operationId: 'requestPayment',
        reference: ORDER.reference,
        amount: ORDER.amount,
        currency: ORDER.currency,
      } as const;

      it('finds a payment and a capture that an earlier process lost', async () => {
        const { sandbox, connect, lose, authorize } = await setUp();
        const since = new Date();
        await lose('drop-after', connect(), (client) => client.requestPayment(ORDER));
        const [payment] = sandbox.ledger();
        expect(await connect().reconcile({ ...facts, since })).toMatchObject({
          result: 'found',
          payment: { id: payment?.paymentId },
        });

        const paymentId = await authorize(connect());
        await lose('drop-after', connect(), (client) => client.capturePayment(paymentId, PART));
        const [action] = sandbox.ledger().slice(-1);
        const { amount, reference } = PART;
        const lookup = await connect().reconcile({
          operationId: 'capturePayment',
          paymentId,
          amount,
          reference,
          since: since.toISOString(),
        });
        expect(lookup).toMatchObject({ result: 'found', action: { id: action?.actionId } });
      });

      it('returns not_found for a payment that never arrived, also after a declined one', async () => {
        const { connect, lose } = await setUp();
        const since = Date.now();
        const { id } = await connect().requestPayment(DECLINED);
        await lose('drop-before', connect(), (client) => client.requestPayment(OTHER_CARD));
        const other = { ...facts, amount: OTHER_CARD.amount };

        expect(await connect().reconcile({ ...other, since, except: [id] })).toEqual({ result: 'not_found' });
        expect(await connect().reconcile(other)).toMatchObject({ result: 'unknown', payments: [{ id }] });
      });

      it('returns unknown with the payment when the clocks do not agree', async () => {
        const { sandbox, connect, lose } = await setUp();
        const since = new Date();
        await lose('drop-after', connect(), (client) => client.requestPayment(ORDER));
        sandbox.clock.advance(25 * HOUR);

        expect(await connect().reconcile({ ...facts, since })).toMatchObject({
          result: 'unknown',
          payments: [{ reference: ORDER.reference }],
        });
      });
    });
  });
}

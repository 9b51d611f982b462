import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { createSandbox } from 'lddpay-sandbox';
import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../src/testing/platform.js';
import { type PostgresServer, postgresInstalled, startPostgres } from '../src/testing/postgres.js';
import { addCapture, drainOutbox, OUTBOX_TABLE } from './outbox.js';
import { createPostgresStore, JOURNAL_TABLE } from './postgres-store.js';

const MISSING = 'skipped without PostgreSQL: apt-get install postgresql';
// So that skipped tests are noticed.
if (!postgresInstalled) process.stderr.write(`The outbox: ${MISSING}\n`);

const ORDERS = 40;
const CARD = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '100' };

describe.skipIf(!postgresInstalled)(`the outbox${postgresInstalled ? '' : ` (${MISSING})`}`, () => {
  const sandbox = createSandbox();
  const options = { baseUrl: 'http://sandbox.test', ...sandbox.credentials, fetch: sandbox.fetch };
  const lddpay = createClient(options);
  let server: PostgresServer;
  let pool: Pool;
  beforeEach(async () => {
    sandbox.reset();
    server = await startPostgres();
    pool = openPool();
    await pool.query(JOURNAL_TABLE);
    await pool.query(OUTBOX_TABLE);
    await pool.query('create table orders (id text primary key)');
  });
  afterEach(async () => {
    await pool.end();
    await server.stop();
  });

  function openPool(): Pool {
    const opened = new Pool({ connectionString: server.url });
    opened.on('error', () => {});
    return opened;
  }

  /** Stores an order with the capture of its payment, and ends the transaction. */
  async function storeOrder(id: string, end: 'commit' | 'rollback'): Promise<void> {
    const charge = { amount: 1000, currency: 'USD', source: CARD, reference: id, capture: false };
    const payment = await lddpay.requestPayment(charge);
    const transaction = await pool.connect();
    await transaction.query('begin');
    await transaction.query('insert into orders values ($1)', [id]);
    await addCapture(transaction, `${id}/capture-1`, payment.id, { amount: 400, capture_type: 'NonFinal' });
    await transaction.query(end);
    transaction.release();
  }

  /** Drains the outbox as a process does, which starts again after a failure, until nothing is open. */
  async function runProcess(): Promise<void> {
    const own = openPool();
    // Without retries of the client, so that faults reach the journal.
    const journal = createJournal(createClient({ ...options, maxRetries: 0 }), {
      store: createPostgresStore(own),
    });
    for (let round = 0; ; round += 1) {
      try {
        await drainOutbox(own, journal);
        const { rowCount } = await own.query("select 1 from outbox where state = 'open'");
        if (rowCount === 0) break;
      } catch (error) {
        // The database is down.
        if (round > 1000) throw error;
      }
      await sleep(10);
    }
    await own.end();
  }

  const captures = () => sandbox.ledger().filter(({ type }) => type === 'Capture');

  it('carries out each capture once while processes compete and the database dies', async () => {
    for (let order = 0; order < ORDERS; order += 1) await storeOrder(`ORD-${order}`, 'commit');
    for (const effect of ['drop-after', 'drop-before', 'truncate-body'] as const) {
      sandbox.faults.inject({ operationId: 'capturePayment', effect, times: 3 });
    }

    const processes = [runProcess(), runProcess(), runProcess()];
    await until(() => captures().length > ORDERS / 4, 'captures');
    await server.kill();
    await server.restart();
    await Promise.all(processes);

    expect(captures().map(({ amount }) => amount)).toEqual(Array(ORDERS).fill(400));
    expect(new Set(captures().map(({ paymentId }) => paymentId)).size).toBe(ORDERS);
  });

  it('carries out what was refused only under another name', async () => {
    const body = { amount: 400, capture_type: 'NonFinal' } as const;
    // The API refuses to capture what waits for its payer.
    const payment = await lddpay.requestPayment({
      amount: 1003,
      currency: 'USD',
      source: CARD,
      capture: false,
    });
    const client = await pool.connect();
    await addCapture(client, 'ORD-1/capture-1', payment.id, body);
    await runProcess();
    sandbox.challenges.complete(payment.id);
    await pool.query("update outbox set state = 'open'");
    await runProcess();
    expect(captures()).toEqual([]);

    await addCapture(client, 'ORD-1/capture-2', payment.id, body);
    client.release();
    await runProcess();
    const { rows } = await pool.query('select name, state from outbox order by name');
    expect(rows).toEqual([
      { name: 'ORD-1/capture-1', state: 'refused' },
      { name: 'ORD-1/capture-2', state: 'done' },
    ]);
    expect(captures()).toHaveLength(1);
  });

  it('goes on after rows that cannot work, and keeps why', async () => {
    const client = await pool.connect();
    const wrong = Array.from({ length: 25 }, (_, index) => `WRONG-${index}/capture-1`);
    for (const name of wrong) await addCapture(client, name, 'ch_123', { amount: 400 });
    client.release();
    for (const id of ['ORD-1', 'ORD-2', 'ORD-3']) await storeOrder(id, 'commit');
    await runProcess();

    const { rows } = await pool.query('select * from outbox order by due, name');
    const failed = rows.filter(({ state }) => state === 'failed');
    expect(failed.map(({ name }) => name).sort()).toEqual(wrong.sort());
    for (const { action_id, error } of failed) {
      expect(action_id).toBeNull();
      expect(error).toMatch(/^capturePayment: .*`id`/);
    }
    const done = rows.filter(({ state }) => state === 'done');
    expect(done.map(({ name }) => name).sort()).toEqual(
      ['ORD-1', 'ORD-2', 'ORD-3'].map((id) => `${id}/capture-1`),
    );
    expect(new Set(done.map(({ action_id }) => action_id)).size).toBe(3);
    for (const { action_id, error } of done) {
      expect(action_id).toMatch(/^act_/);
      expect(error).toBeNull();
    }
    expect(captures()).toHaveLength(3);
  });

  it('keeps the error of a row that is still open or refused, and does not keep the others waiting', async () => {
    await storeOrder('ORD-1', 'commit');
    await storeOrder('ORD-2', 'commit');
    const client = await pool.connect();
    const missing = `pay_${'a'.repeat(26)}`;
    await addCapture(client, 'ORD-3/capture-1', missing, { amount: 400 });
    client.release();
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-before' });
    const journal = createJournal(createClient({ ...options, maxRetries: 0 }), {
      store: createPostgresStore(pool),
    });
    await drainOutbox(pool, journal);

    const { rows } = await pool.query('select state, error from outbox order by state');
    expect(rows).toEqual([
      { state: 'done', error: null },
      { state: 'open', error: expect.stringContaining('capturePayment') },
      { state: 'refused', error: expect.stringContaining('404') },
    ]);
  });

  /** Drains the outbox once, whatever is due, without retries of the client. */
  async function drainOnce(): Promise<unknown[]> {
    await pool.query('update outbox set due = now()');
    const store = createPostgresStore(pool);
    await drainOutbox(pool, createJournal(createClient({ ...options, maxRetries: 0 }), { store }));
    const { rows } = await pool.query('select state, error, due > now() as waits from outbox');
    return rows;
  }

  it('shows which rows wait for a person, keeps why, and looks at them once a day', async () => {
    await storeOrder('ORD-1', 'commit');
    const client = await pool.connect();
    const { rows } = await pool.query('select payment_id from outbox');
    const body = { amount: 400, capture_type: 'NonFinal', reference: 'ORD-1/capture-1' } as const;
    await addCapture(client, 'ORD-1/capture-2', rows[0].payment_id, body);
    client.release();
    sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-after', times: 2 });
    sandbox.faults.inject({ operationId: 'getPaymentActions', effect: 'status', status: 503, times: 9 });
    expect(await drainOnce()).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    sandbox.faults.clear();
    sandbox.clock.advance(25 * 60 * 60 * 1000);

    const stuck = { state: 'stuck', waits: true, error: expect.stringContaining('capturePayment') };
    expect(await drainOnce()).toMatchObject([stuck, stuck]);
    expect(await drainOnce()).toMatchObject([stuck, stuck]);
    expect(captures()).toHaveLength(2);
  });

  it.each([
    { what: 'may have happened', faults: 9, amount: 500 },
    { what: 'is done', faults: 0, amount: 500 },
    { what: 'may stand for a write that happened', faults: 9, amount: -500 },
  ])(
    'does not fail a row whose body has changed to $amount since it $what',
    async ({ what, faults, amount }) => {
      await storeOrder('ORD-1', 'commit');
      sandbox.faults.inject({ operationId: 'capturePayment', effect: 'drop-after' });
      if (faults > 0) {
        sandbox.faults.inject({
          operationId: 'getPaymentActions',
          effect: 'status',
          status: 503,
          times: faults,
        });
      }
      await drainOnce();
      sandbox.faults.clear();
      const change = `update outbox set state = 'open', body = '{"amount":${amount},"capture_type":"NonFinal"}'`;
      await pool.query(change);
      expect(await drainOnce()).toEqual([
        { state: 'stuck', error: expect.stringContaining(what), waits: true },
      ]);

      await pool.query(change.replace(`${amount}`, '400'));
      expect(await drainOnce()).toMatchObject([{ state: 'done', error: null }]);
      expect(captures()).toHaveLength(1);
    },
  );

  it('captures nothing for an order whose transaction is rolled back', async () => {
    await storeOrder('ORD-1', 'rollback');
    await storeOrder('ORD-2', 'commit');
    await runProcess();

    expect((await pool.query('select id from orders')).rows).toEqual([{ id: 'ORD-2' }]);
    expect(captures()).toHaveLength(1);
  });
});

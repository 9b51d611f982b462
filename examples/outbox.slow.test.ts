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

  it('captures nothing for an order whose transaction is rolled back', async () => {
    await storeOrder('ORD-1', 'rollback');
    await storeOrder('ORD-2', 'commit');
    await runProcess();

    expect((await pool.query('select id from orders')).rows).toEqual([{ id: 'ORD-2' }]);
    expect(captures()).toHaveLength(1);
  });
});

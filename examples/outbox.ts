// An outbox in PostgreSQL: an order and its capture are stored in one transaction, and the capture takes effect once.
import type { CaptureRequest, LddPayError } from 'lddpay';
import type { Journal } from 'lddpay/journal';
import type { Pool, PoolClient } from 'pg';

const DAY = 24 * 60 * 60 * 1000;

export const OUTBOX_TABLE = `create table outbox (
  name text primary key, payment_id text not null, body json not null,
  state text not null default 'open', due timestamptz not null default now(), action_id text, error text
)`;

/** Adds a capture to the transaction of its order, under a name such as `ORD-17/capture-1`. */
export async function addCapture(transaction: PoolClient, name: string, id: string, body: CaptureRequest) {
  await transaction.query('insert into outbox (name, payment_id, body) values ($1, $2, $3)', [
    name,
    id,
    body,
  ]);
}

/** Carries out what is due. Call it on a timer, in any number of processes: the journal needs no lock. */
export async function drainOutbox(pool: Pool, journal: Journal): Promise<void> {
  const { rows } = await pool.query(
    "select * from outbox where state in ('open', 'stuck') and due <= now() order by due limit 20",
  );
  const carryOut = async ({ name, payment_id, body }: (typeof rows)[number]) => {
    // A call that is wrong itself rejects, and would every time. What its name stands for may have happened.
    const settlement = await journal
      .capturePayment(name, payment_id, body)
      .catch((error: LddPayError) =>
        error.outcome === 'unknown'
          ? { state: 'open' as const, error, tryAfterMs: Infinity }
          : { state: 'failed' as const, error },
      );
    const id = settlement.state === 'done' ? settlement.id : null;
    // What waits for a person often has none. Then the last one stays.
    const error = settlement.state === 'done' ? null : settlement.error?.message;
    // Infinity: a person has to find out what happened. Until then, a look a day costs nothing.
    const wait = settlement.state === 'open' ? settlement.tryAfterMs : 0;
    const state = wait === Infinity ? 'stuck' : settlement.state;
    await pool.query(
      `update outbox set state = $2, action_id = $3, due = now() + $5 * interval '1 ms',
        error = case when $3::text is null then coalesce($4, error) end
      where name = $1 and state in ('open', 'stuck')`,
      [name, state, id, error, Math.min(wait, DAY)],
    );
  };
  // Waits for every row, also where the database fails: what it did not take stays open, and is due again.
  const results = await Promise.allSettled(rows.map(carryOut));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

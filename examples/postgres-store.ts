// Keeps a journal in PostgreSQL.
import type { Pool } from 'pg';

/** For your migrations. From PostgreSQL 15 on, the collation lets the index serve `getKeys`. */
export const JOURNAL_TABLE =
  'create table lddpay_journal (key text collate "C" primary key, value text not null)';

/**
 * Creates a store for a journal. Each record is one statement, so that no transaction is needed.
 *
 * @param pool Needs a listener for `error`: without one, a lost connection ends the process. Its limits for a
 *   connection, a lock and a query must be less than two seconds together: a journal gives up a try after that time.
 */
export function createPostgresStore(pool: Pool) {
  return {
    getItem: async (key: string): Promise<string | null> => {
      const { rows } = await pool.query('select value from lddpay_journal where key = $1', [key]);
      return rows[0]?.value ?? null;
    },
    setItem: async (key: string, value: string): Promise<void> => {
      const upsert =
        'insert into lddpay_journal values ($1, $2) on conflict (key) do update set value = excluded.value';
      await pool.query(upsert, [key, value]);
    },
    removeItem: async (key: string): Promise<void> => {
      await pool.query('delete from lddpay_journal where key = $1', [key]);
    },
    getKeys: async (base = ''): Promise<string[]> => {
      const text = 'select key from lddpay_journal where key ^@ $1';
      // In ms. A journal gives a list more time than other queries.
      const list = { text, values: [base], query_timeout: 55_000 };
      const { rows } = await pool.query(list);
      return rows.map(({ key }) => key);
    },
  };
}

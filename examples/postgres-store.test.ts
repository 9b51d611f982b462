import { Pool } from 'pg';
import { postgresInstalled, startPostgres } from '../src/testing/postgres.js';
import { describeStore, type StoreServer } from '../src/testing/store-contract.js';
import { createPostgresStore } from './postgres-store.js';

const MISSING = 'skipped without PostgreSQL: apt-get install postgresql';

async function startPostgresStore(): Promise<StoreServer> {
  const server = await startPostgres();
  const connect = async () => {
    const pool = new Pool({ connectionString: server.url });
    pool.on('error', () => {});
    await pool.query(
      'create table if not exists lddpay_journal (key text collate "C" primary key, value text not null)',
    );
    return { store: createPostgresStore(pool), close: () => pool.end() };
  };
  return { ...server, connect };
}

describeStore('PostgreSQL', startPostgresStore, postgresInstalled ? undefined : MISSING);

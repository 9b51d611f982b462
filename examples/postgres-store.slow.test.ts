import { Pool } from 'pg';
import { postgresInstalled, startPostgres } from '../src/testing/postgres.js';
import { describeStore } from '../src/testing/store-contract.js';
import type { StoreServer } from '../src/testing/store-servers.js';
import { createPostgresStore, JOURNAL_TABLE } from './postgres-store.js';

const MISSING = 'skipped without PostgreSQL: apt-get install postgresql';

async function startPostgresStore(): Promise<StoreServer> {
  const server = await startPostgres();
  const openPool = () => {
    const pool = new Pool({ connectionString: server.url });
    pool.on('error', () => {});
    return pool;
  };
  const pool = openPool();
  await pool.query(JOURNAL_TABLE);
  await pool.end();
  const connect = async () => {
    const pool = openPool();
    return { store: createPostgresStore(pool), close: () => pool.end() };
  };
  return { ...server, connect };
}

describeStore('PostgreSQL', startPostgresStore, postgresInstalled ? undefined : MISSING);

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MutantResult } from './mutant.js';
import { runPool } from './worker-pool.js';

/** Has a worker do what the names of mutants say. */
async function run(
  names: readonly string[],
  batchSize = 2,
  workers = 1,
  onResult = () => {},
  signal?: AbortSignal,
) {
  const folders: string[] = [];
  const results: MutantResult[] = [];
  const running = runPool(
    names.map((name) => ({ name, mutator: 'scripted' })),
    {
      module: new URL('testing/scripted-worker.ts', import.meta.url),
      // As `npm run` starts a command.
      execArgv: ['--import', 'tsx'],
      workers,
      batchSize,
      createCopy: async () => {
        const root = await mkdtemp(join(tmpdir(), 'pool-'));
        folders.push(root);
        return { root, remove: () => rm(root, { recursive: true }) };
      },
      onResult: (result) => {
        results.push(result);
        onResult();
      },
      ...(signal && { signal }),
    },
  );
  const error = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { folders, error, killers: results.map(({ name, killedBy }) => [name, killedBy]) };
}

describe('runPool', () => {
  it('returns a result of each mutant, and removes the copies', async () => {
    const { folders, killers } = await run(['kill 1', 'spare 1', 'kill 2'], 1, 2);
    expect(killers.sort()).toEqual([
      ['kill 1', 'a check'],
      ['kill 2', 'a check'],
      ['spare 1', undefined],
    ]);
    expect(folders).toHaveLength(2);
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  });

  it('counts a mutant that ends its worker twice as killed, and goes on with the rest of the batch', async () => {
    const { folders, killers } = await run(['spare 1', 'exit', 'spare 2', 'spare 3'], 4);
    expect(killers).toEqual([
      ['spare 1', undefined],
      ['exit', 'crash'],
      ['spare 2', undefined],
      ['spare 3', undefined],
    ]);
    expect(folders).toHaveLength(3);
  });

  it('rejects when a check throws', async () => {
    const { error, folders } = await run(['spare 1', 'throw up', 'spare 2']);
    expect(String(error)).toContain('throw up');
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  });

  it('stops the workers and removes the copies when its signal ends it', async () => {
    const interruption = new AbortController();
    const abort = () => interruption.abort(new Error('Interrupted.'));
    const { error, folders, killers } = await run(
      ['spare 1', 'wait', 'spare 2'],
      1,
      2,
      abort,
      interruption.signal,
    );
    expect(String(error)).toContain('Interrupted.');
    expect(killers).toEqual([['spare 1', undefined]]);
    expect(folders).toHaveLength(2);
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  });
});

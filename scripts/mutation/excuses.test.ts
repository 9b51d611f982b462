import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listStaleExcuses, readExcuses } from './excuses.js';

async function writeExcuses(text: string): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'excuses-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'excuses.yaml');
  await writeFile(file, text);
  return pathToFileURL(file);
}

const TARGETS = ['client', 'sandbox', 'description'];
const mutants = ['a', 'b'].map((name) => ({ name, mutator: 'drop' }));
const result = (name: string, killedBy?: string) => ({ name, mutator: 'drop', killedBy, detail: '' });

describe('readExcuses', () => {
  it('reads the excuses of one target', async () => {
    const file = await writeExcuses('client:\n  a: equal\nsandbox:\n  b: other\n');
    expect(await readExcuses(file, 'client', TARGETS)).toEqual({ a: 'equal' });
    expect(await readExcuses(file, 'description', TARGETS)).toEqual({});
  });

  it.each(['', "''", '3'])('throws at an excuse with the reason %j', async (reason) => {
    const file = await writeExcuses(`client:\n  a: ${reason}\n`);
    await expect(readExcuses(file, 'client', TARGETS)).rejects.toThrow(
      "The excuse of 'a' must have a reason.",
    );
  });

  it('throws at a target that does not exist, whichever is read', async () => {
    const file = await writeExcuses('clinet:\n  a: equal\nsandbox:\n  b: other\n');
    await expect(readExcuses(file, 'sandbox', TARGETS)).rejects.toThrow(
      "The excuses name the target 'clinet'. It must be one of client, sandbox, description.",
    );
  });
});

describe('listStaleExcuses', () => {
  it('accepts the excuse of a mutant that survived or was not drawn', () => {
    expect(listStaleExcuses({ a: 'equal', b: 'equal' }, mutants, [result('a')])).toEqual([]);
  });

  it('reports the excuse of a mutant that is killed, and of one that does not exist', () => {
    expect(listStaleExcuses({ a: 'equal', c: 'gone' }, mutants, [result('a', 'facts')])).toEqual([
      'a: killed by facts',
      'c: there is no such mutant',
    ]);
  });
});

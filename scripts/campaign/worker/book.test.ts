import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Book, readBook } from './book.js';

const BELIEF = { state: 'open', phase: 0, at: 1 } as const;

describe('Book', () => {
  it('keeps what was added, for the next process', async () => {
    const path = await findPath();
    const book = new Book(path);
    await book.add({ intent: 'one', begun: 2 });
    await Promise.all([
      book.add({ intent: 'one', facts: { since: 1 } }),
      book.add({ intent: 'one', belief: BELIEF }),
      book.add({ intent: 'two', belief: { ...BELIEF, state: 'done' } }),
    ]);
    await book.add({ intent: 'one', belief: { ...BELIEF, phase: 1 } });
    book.close();

    const expected = { begun: 2, facts: { since: 1 }, beliefs: [BELIEF, { ...BELIEF, phase: 1 }] };
    expect(book.get('one')).toEqual(expected);
    expect(Object.fromEntries(readBook(path))).toEqual({
      one: expected,
      two: { begun: undefined, facts: undefined, beliefs: [{ ...BELIEF, state: 'done' }] },
    });
  });

  it('leaves out a line that a kill tore, and writes on after it', async () => {
    const path = await findPath();
    const book = new Book(path);
    await book.add({ intent: 'one', begun: 0 });
    book.close();
    await appendFile(path, '{"intent":"two","beg');
    expect([...readBook(path).keys()]).toEqual(['one']);

    const next = new Book(path);
    await next.add({ intent: 'three', begun: 0 });
    next.close();

    expect([...readBook(path).keys()]).toEqual(['one', 'three']);
  });

  it('knows nothing of an intent without an entry', async () => {
    const book = new Book(await findPath());
    expect(book.get('none').beliefs).toEqual([]);
    book.close();
  });
});

async function findPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'book-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'book.jsonl');
}

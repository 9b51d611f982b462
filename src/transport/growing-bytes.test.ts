import { describe, expect, it } from 'vitest';
import { collectBytes } from './growing-bytes.js';

/** Pushes chunks of some lengths, in which the bytes count up. */
function push(...lengths: readonly number[]) {
  const bytes = collectBytes();
  let next = 0;
  for (const length of lengths) bytes.push(Uint8Array.from({ length }, () => next++));
  return bytes;
}

const counted = (length: number) => Uint8Array.from({ length }, (_, index) => index);

describe('collectBytes', () => {
  it.each([
    [[]],
    [[0]],
    [[5]],
    [[0, 5]],
    [[5, 0, 0]],
    [[5, 1]],
    [[1, 5]],
    [[1, 1, 1, 1, 1, 1, 1]],
    [[100, 1, 1, 300, 0, 1, 1000, 3]],
  ])('has the bytes of chunks with the lengths %j in their order', (lengths) => {
    const length = lengths.reduce((sum, one) => sum + one, 0);

    expect(push(...lengths).push(new Uint8Array(2))).toBe(length + 2);
    expect(push(...lengths).read()).toEqual(counted(length));
  });

  it('takes at most twice the memory of its bytes, whatever the lengths of its chunks', () => {
    const bytes = collectBytes();
    // One array for all chunks: it could not be kept.
    const chunk = new Uint8Array(1);
    for (let count = 1; count <= 10_000; count += 1) {
      chunk[0] = count;
      bytes.push(count === 1 ? chunk.slice() : chunk);
      expect(bytes.read().buffer.byteLength).toBeLessThanOrEqual(2 * count);
    }

    expect(bytes.read()).toEqual(Uint8Array.from({ length: 10_000 }, (_, index) => index + 1));
  });

  it('neither copies a single chunk, nor makes room for more than two', () => {
    const chunk = counted(5);
    const bytes = collectBytes();
    bytes.push(chunk);

    expect(bytes.read().buffer).toBe(chunk.buffer);
    expect(push(7, 5).read().buffer.byteLength).toBe(12);
  });

  it('changes no chunk', () => {
    const chunks = [counted(3), new Uint8Array(), counted(2), counted(1)];
    const bytes = collectBytes();
    for (const chunk of chunks) bytes.push(chunk);

    expect(chunks).toEqual([counted(3), new Uint8Array(), counted(2), counted(1)]);
  });
});

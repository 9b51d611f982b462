import { describe, expect, it } from 'vitest';
import { unhandledRejections } from '../../testing/promises.js';
import { BodyBuffer } from './body-buffer.js';

const bytes = (...values: number[]) => new Uint8Array(values);

describe('BodyBuffer', () => {
  it('returns a complete body synchronously', () => {
    const body = new BodyBuffer();
    body.push(bytes(1, 2));
    body.push(bytes(3));
    expect(body.ended).toBe(false);
    body.end();

    expect(body.ended).toBe(true);
    expect(body.read()).toEqual(bytes(1, 2, 3));
  });

  it('returns an empty body without chunks', () => {
    const body = new BodyBuffer();
    body.end();

    expect(body.read()).toEqual(bytes());
  });

  it('keeps no short chunks, each of which takes many times the memory of its bytes', () => {
    const body = new BodyBuffer();
    body.push(bytes(0));
    const chunk = new Uint8Array(1);
    for (let byte = 1; byte < 256; byte += 1) {
      chunk[0] = byte;
      body.push(chunk);
    }
    body.end();

    expect(body.read()).toEqual(Uint8Array.from({ length: 256 }, (_, index) => index));
  });

  it('waits for the end of the body', async () => {
    const body = new BodyBuffer();
    body.push(bytes(1));
    const read = body.read();
    body.push(bytes(2));
    body.end();

    expect(await read).toEqual(bytes(1, 2));
  });

  it('gives each waiting reader the whole body', async () => {
    const body = new BodyBuffer();
    const reads = [body.read(), body.read()];
    body.push(bytes(1));
    body.push(bytes(2));
    body.end();

    expect(await Promise.all(reads)).toEqual([bytes(1, 2), bytes(1, 2)]);
  });

  it('rejects a waiting reader with the failure', async () => {
    const body = new BodyBuffer();
    const failure = new Error('broken');
    const read = body.read();

    body.fail(failure);

    await expect(read).rejects.toBe(failure);
  });

  it('throws the failure at a later reader, and leaves no unhandled rejection without one', async () => {
    const unhandled = unhandledRejections();
    const body = new BodyBuffer();
    const failure = new Error('broken');

    body.fail(failure);

    expect(await unhandled()).toEqual([]);
    expect(() => body.read()).toThrow(failure);
  });

  it('ignores a failure after its end', () => {
    const body = new BodyBuffer();
    body.push(bytes(1));
    body.end();

    body.fail(new Error('too late'));

    expect(body.read()).toEqual(bytes(1));
  });
});

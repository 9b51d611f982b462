import { describe, expect, it, vi } from 'vitest';
import { bufferResponse } from './buffered-response.js';

/** A response of the platform, whose body comes in these pieces. */
function inPieces(...pieces: readonly Uint8Array[]): Response {
  const body = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return new Response(body);
}

const read = async (response: Response) => (await bufferResponse(Promise.resolve(response))).text;

const PRICE = new TextEncoder().encode('{"price":"5 €"}');
const BYTE_ORDER_MARK = new Uint8Array([0xef, 0xbb, 0xbf]);

describe('the text of a response', () => {
  it('is all of it, in however many pieces it comes, even where one ends within a character', async () => {
    for (let cut = 1; cut < PRICE.length; cut += 1) {
      expect(await read(inPieces(PRICE.subarray(0, cut), PRICE.subarray(cut)))).toBe('{"price":"5 €"}');
    }
    expect(await read(inPieces(...Array.from(PRICE, (byte) => new Uint8Array([byte]))))).toBe(
      '{"price":"5 €"}',
    );
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['in one piece', [new Uint8Array([...BYTE_ORDER_MARK, ...PRICE])]],
    ['in several', [BYTE_ORDER_MARK, PRICE]],
  ])('has no byte order mark, %s', async (_, pieces) => {
    expect(await read(inPieces(...pieces))).toBe('{"price":"5 €"}');
  });

  it('is empty where there is no body, and where its body is empty', async () => {
    expect(await read(new Response(null, { status: 204 }))).toBe('');
    expect(await read(inPieces())).toBe('');
  });

  it('is what its own method gives where the platform did not make it, and its body may be no stream', async () => {
    const text = vi.fn(async () => 'its own');
    const response = Object.assign(Object.create(null), { status: 201, body: {}, text });

    expect(await bufferResponse(Promise.resolve(response))).toMatchObject({ ok: true, text: 'its own' });
    expect(text).toHaveBeenCalledOnce();
  });
});

it('an answer whose body breaks off is none', async () => {
  const broken = new TypeError('terminated');
  const pull = (controller: ReadableStreamDefaultController) => controller.error(broken);

  await expect(bufferResponse(Promise.resolve(new Response(new ReadableStream({ pull }))))).rejects.toBe(
    broken,
  );
});

import { createRequire } from 'node:module';

/** The limits of a fetch. */
export interface FetchLimits {
  /** Time until the response must be complete, in ms. */
  readonly timeout: number;
  /** Largest response, in bytes. */
  readonly size: number;
  /** Time until `onWait` is called, in ms. */
  readonly noticeAfter: number;
}

const LIMITS: FetchLimits = { timeout: 30_000, size: 5_000_000, noticeAfter: 2_000 };

const { name, version }: { name: string; version: string } = createRequire(import.meta.url)(
  '../../../package.json',
);

/**
 * Fetches a page and follows redirects.
 *
 * @param onWait Called once if the response takes longer than `noticeAfter`.
 * @param limits By default 30 s, 5 MB, and `onWait` after 2 s.
 * @throws Error unless the response has a 2xx status, is complete within the limits, and is UTF-8.
 */
export async function fetchPage(url: string, onWait: () => void, limits = LIMITS): Promise<string> {
  const waiting = setTimeout(onWait, limits.noticeAfter);
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': `${name}/${version}` },
      signal: AbortSignal.timeout(limits.timeout),
    });
    if (!response.ok) throw new Error(`the server responded with ${response.status}`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBody(response, limits.size));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
    throw new Error(`the server sent no complete response within ${limits.timeout / 1000} s`);
  } finally {
    clearTimeout(waiting);
  }
}

async function readBody({ body }: Response, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const collect = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      if (size > limit) throw new Error(`the response is larger than ${limit / 1_000_000} MB`);
      chunks.push(chunk);
    },
  });
  await body?.pipeTo(collect);
  return Buffer.concat(chunks);
}

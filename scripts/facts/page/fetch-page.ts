import { createRequire } from 'node:module';

/** What fetching a page may take. */
export interface FetchLimits {
  /** Milliseconds until the answer must be complete. */
  readonly timeout: number;
  /** Bytes of the answer. */
  readonly size: number;
  /** Milliseconds until it is said that the server has not answered yet. */
  readonly patience: number;
}

const LIMITS: FetchLimits = { timeout: 30_000, size: 5_000_000, patience: 2_000 };

const { name, version }: { name: string; version: string } = createRequire(import.meta.url)(
  '../../../package.json',
);

/**
 * Fetches a page, through redirects.
 *
 * @param onWait - Is called once when the page takes its time.
 * @param limits - 30 seconds and 5 MB by default, with patience for 2 seconds.
 * @throws Error when there is no answer of status 2xx that is complete, within the limits, and UTF-8.
 */
export async function fetchPage(url: string, onWait: () => void, limits = LIMITS): Promise<string> {
  const waiting = setTimeout(onWait, limits.patience);
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': `${name}/${version}` },
      signal: AbortSignal.timeout(limits.timeout),
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBody(response, limits.size));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
    throw new Error(`there was no complete answer within ${limits.timeout / 1000} s`);
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
      if (size > limit) throw new Error(`the answer is larger than ${limit / 1_000_000} MB`);
      chunks.push(chunk);
    },
  });
  await body?.pipeTo(collect);
  return Buffer.concat(chunks);
}

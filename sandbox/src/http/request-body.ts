import { ApiError } from '../lib/api-error.js';

/** The size of the largest body that is read, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Reads the body of a request as a string.
 * @throws ApiError when it is larger than {@link MAX_BODY_BYTES} (413) or incomplete (400).
 */
export async function readBodyText(request: Request): Promise<string> {
  const declared = Number(request.headers.get('Content-Length') ?? Number.NaN);
  if (declared > MAX_BODY_BYTES) throw tooLarge();
  try {
    // A length that is declared was checked by the server, so that counting is not needed.
    return declared >= 0 || request.method === 'GET' ? await request.text() : await readCounting(request);
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(400, ['request_body_incomplete']);
  }
}

async function readCounting({ body }: Request): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  let size = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(): ApiError {
  return new ApiError(413, ['request_body_too_large'], { Connection: 'close' });
}

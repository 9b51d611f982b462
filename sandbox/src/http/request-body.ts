import { Refusal } from '../shared/api-error.js';

/** The largest body that is read, in bytes. */
export const MAX_BODY = 1024 * 1024;

const JSON_TYPE = /^application\/(\S+\+)?json\b/i;

/** How deep a body can be nested. */
const MAX_DEPTH = 64;

/**
 * Reads a body as text. Throws a refusal when it is larger than {@link MAX_BODY} (413), or breaks off
 * before its end (400).
 */
export async function readText(request: Request): Promise<string> {
  const declared = Number(request.headers.get('Content-Length') ?? Number.NaN);
  if (declared > MAX_BODY) throw tooLarge();
  try {
    // Only a length that the server has checked makes counting needless.
    return declared >= 0 || request.method === 'GET' ? await request.text() : await countedText(request);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, ['request_body_incomplete']);
  }
}

async function countedText({ body }: Request): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  let size = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > MAX_BODY) throw tooLarge();
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(): Refusal {
  return new Refusal(413, ['request_body_too_large'], { Connection: 'close' });
}

/** Reads a text as JSON. Throws a refusal (400) when it is none, or nested without measure. */
export function parseJson(text: string, contentType: string | null): unknown {
  if (!JSON_TYPE.test(contentType ?? '')) throw new Refusal(415, ['content_type_invalid']);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed();
  }
  if (isDeeper(value, MAX_DEPTH)) throw malformed();
  return value;
}

function malformed(): Refusal {
  return new Refusal(400, ['request_json_invalid']);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

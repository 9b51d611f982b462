import { validateOutput } from '@stoplight/prism-http/dist/validator/index.js';
import type { Operation } from '../../../scripts/lib/description.js';
import { readPrismOperations } from '../../../scripts/lib/prism.js';
import type { PrismViolation } from './prism-violations.js';
import { type BufferedResponse, parseJson } from './violations.js';

/** Finds what Prism says is wrong with a response; nothing where it cannot read it. */
export type PrismValidator = (operation: Operation, response: BufferedResponse) => PrismViolation[];

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+/;
const JSON_TYPE = /^application\/([\w.-]+\+)?json$/i;

/** Creates the validator of responses that Prism's proxy has, without a proxy. */
export async function createPrismValidator(): Promise<PrismValidator> {
  const operations = await readPrismOperations();
  return ({ method, path }, { status, headers, body }) => {
    const resource = operations.find((one) => one.method === method && one.path === path);
    const type = headers.get('Content-Type');
    // Prism fails on parameters of a media type that it cannot read, so they are cut off.
    const mediaType = type === null ? '' : (MEDIA_TYPE.exec(type)?.[0] ?? 'text/plain');
    const json = JSON_TYPE.test(mediaType) && status !== 204 ? parseJson(body) : { value: body };
    if (!resource || !json) return [];
    const element = {
      statusCode: status,
      headers: { ...Object.fromEntries(headers), ...(mediaType && { 'content-type': mediaType }) },
      body: json.value,
    };
    return listDiagnostics({ resource, element }).map(({ path = [], code, message }) => ({
      side: 'response',
      path: path.map(String),
      ...(code !== undefined && { code: String(code) }),
      message,
    }));
  };
}

/** Returns what Prism finds; nothing where it fails on what it is given, such as a form that is none. */
function listDiagnostics(given: Parameters<typeof validateOutput>[0]) {
  try {
    const result = validateOutput(given);
    return 'left' in result ? result.left : [];
  } catch {
    return [];
  }
}

import { jsonOf, type Operation, resolve, type Schema } from '../../../scripts/lib/description.js';
import { compileQuickValidator, document, requestSchema } from './description.js';
import { walkSchema } from './walk-schema.js';

/** A response whose body was read. */
export interface BufferedResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Empty without a body. */
  readonly body: string;
}

/** Something in a request or a response that breaks the description. */
export interface Violation {
  /** `status`, `body`, or the name of a header. */
  readonly place: string;
  /** The path in the body: documented names joined by dots, `*` for array items, '' for the whole body. */
  readonly path: string;
  /** The keyword of the schema that is broken, or `undocumented`, `missing`, `JSON`, `schema`. */
  readonly rule: string;
  /** The value of the keyword, or the documented alternatives. */
  readonly expected: unknown;
  /** The value that was found. It can hold secrets, so redact it before it is printed. */
  readonly actual: unknown;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * Finds what is wrong with the body of a request.
 *
 * @param body Empty without a body.
 */
export function findRequestViolations(operation: Operation, body: string): Violation[] {
  return body === '' ? [] : findBodyViolations(requestSchema(operation), body);
}

/** Finds what is wrong with a response: its status, body, media type and documented headers. */
export function findResponseViolations(
  { responses }: Operation,
  { status, headers, body }: BufferedResponse,
): Violation[] {
  const documented = responses.find((response) => response.status === status);
  if (!documented) {
    const statuses = responses.map((response) => response.status);
    return [violation('status', 'undocumented', statuses, status)];
  }
  const media = jsonOf(documented);
  const type = headers.get('Content-Type');
  return [
    ...(media && body !== '' && !JSON_TYPE.test(type ?? '')
      ? [violation('Content-Type', 'undocumented', 'application/json', type)]
      : []),
    ...findBodyViolations(media?.schema, body),
    ...Object.entries(documented.headers ?? {}).flatMap(([name, header]) => {
      const { schema } = resolve<{ schema: Schema }>(document, header as { schema: Schema });
      const value = headers.get(name);
      if (value === null) return [violation(name, 'missing', undefined, undefined)];
      return findValueViolations(name, schema, value);
    }),
  ];
}

function findBodyViolations(schema: Schema | undefined, body: string): Violation[] {
  if (!schema) return body === '' ? [] : [violation('body', 'undocumented', undefined, body)];
  if (body === '') return [violation('body', 'missing', undefined, undefined)];
  const json = parseJson(body);
  return json
    ? findValueViolations('body', schema, json.value)
    : [violation('body', 'JSON', undefined, body)];
}

function findValueViolations(place: string, schema: Schema, value: unknown): Violation[] {
  // The walk explains a violation. Whether there is one at all, only the whole schema tells.
  if (compileQuickValidator(schema)(value)) return [];
  const found = walkSchema({ pointer: '', schema }, value).flatMap(({ path, value, brokenRules }) =>
    brokenRules.map(({ keyword, expected }) => ({ place, path, rule: keyword, expected, actual: value })),
  );
  return found.length > 0 ? found : [violation(place, 'schema', undefined, value)];
}

/** Parses JSON. Returns undefined when the string is not valid JSON. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function violation(place: string, rule: string, expected: unknown, actual: unknown): Violation {
  return { place, path: '', rule, expected, actual };
}

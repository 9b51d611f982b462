import { jsonOf, type Operation, resolve, type Schema } from '../lib/description.js';
import { bodySchema, document, validatorOf } from './description.js';
import { inspect } from './walk-schema.js';

/** A response as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body; an empty text without one. */
  readonly text: string;
}

/** Something in a request or a response that the description does not allow. */
export interface Fault {
  /** `status`, `body`, or the name of a header. */
  readonly place: string;
  /** Where in the body: documented names joined by dots, `*` for the items of a list; '' for all of it. */
  readonly path: string;
  /** The keyword of the schema that is broken, or `undocumented`, `missing`, `JSON`, `schema`. */
  readonly rule: string;
  /** What the description says there. */
  readonly limit: unknown;
  /** What was there instead. Whoever prints it has to see to secrets. */
  readonly value: unknown;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** What is wrong with the body of a request of an operation, an empty text without one. */
export function requestFaults(operation: Operation, text: string): Fault[] {
  return text === '' ? [] : textFaults(bodySchema(operation), text);
}

/** What is wrong with a response of an operation. */
export function responseFaults({ responses }: Operation, { status, headers, text }: Answer): Fault[] {
  const documented = responses.find((response) => response.status === status);
  if (!documented) {
    const statuses = responses.map((response) => response.status);
    return [fault('status', 'undocumented', statuses, status)];
  }
  const media = jsonOf(documented);
  const type = headers.get('Content-Type');
  return [
    ...(media && text !== '' && !JSON_TYPE.test(type ?? '')
      ? [fault('Content-Type', 'undocumented', 'application/json', type)]
      : []),
    ...textFaults(media?.schema, text),
    ...Object.entries(documented.headers ?? {}).flatMap(([name, header]) => {
      const { schema } = resolve<{ schema: Schema }>(document, header as { schema: Schema });
      const value = headers.get(name);
      if (value === null) return [fault(name, 'missing', undefined, undefined)];
      return valueFaults(name, schema, value);
    }),
  ];
}

function valueFaults(place: string, schema: Schema, value: unknown): Fault[] {
  const found = inspect({ pointer: '', schema }, value).flatMap(({ path, value, breaches }) =>
    breaches.map(({ keyword, limit }) => ({ place, path, rule: keyword, limit, value })),
  );
  // The walk explains; whether something is wrong at all, the whole schema says.
  return found.length > 0 || validatorOf(schema)(value) ? found : [fault(place, 'schema', undefined, value)];
}

function textFaults(schema: Schema | undefined, text: string): Fault[] {
  if (!schema) return text === '' ? [] : [fault('body', 'undocumented', undefined, text)];
  if (text === '') return [fault('body', 'missing', undefined, undefined)];
  const body = parseJson(text);
  return body ? valueFaults('body', schema, body.value) : [fault('body', 'JSON', undefined, text)];
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function fault(place: string, rule: string, limit: unknown, value: unknown): Fault {
  return { place, path: '', rule, limit, value };
}

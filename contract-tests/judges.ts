import { jsonOf, type Operation, resolve, type Schema } from '../scripts/description.js';
import { bodySchema, document, validatorOf } from './description.js';

/** Something in an exchange that the description does not allow. */
export interface Violation {
  readonly judge: 'Ajv' | 'Prism';
  readonly side: 'request' | 'response';
  readonly message: string;
}

/** What our own judge looks at. */
export interface Evidence {
  /** Missing when the request belongs to no operation. */
  readonly operation: Operation | undefined;
  /** The parsed body of the request; undefined without one. */
  readonly sent: unknown;
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body of the response; undefined without one. */
  readonly body: unknown;
}

/** What our own judge finds: it knows what a response must have, and must not have. */
export function ajvViolations(evidence: Evidence): Violation[] {
  const { operation, sent } = evidence;
  if (!operation) return [{ judge: 'Ajv', side: 'request', message: 'belongs to no operation' }];
  const schema = bodySchema(operation);
  const inRequest = sent === undefined ? [] : bodyFaults(schema, sent);
  return [
    ...inRequest.map((message) => ({ judge: 'Ajv', side: 'request', message }) as const),
    ...responseFaults(operation, evidence).map(
      (message) => ({ judge: 'Ajv', side: 'response', message }) as const,
    ),
  ];
}

/** What Prism found: it says so in a header of the response. */
export function prismViolations(headers: Headers): Violation[] {
  const report = headers.get('sl-violations');
  if (report === null) return [];
  // Prism cuts a long report, which then is no JSON. It must not pass for one on the request alone.
  if (!report.startsWith('[')) return [{ judge: 'Prism', side: 'response', message: report }];
  const found: { location: [Violation['side'], ...string[]]; message: string }[] = JSON.parse(report);
  return found.map(({ location: [side, ...path], message }) => ({
    judge: 'Prism',
    side,
    message: [...path, message].join(' '),
  }));
}

function responseFaults(operation: Operation, { status, headers, body }: Evidence): string[] {
  const documented = operation.responses.find((response) => response.status === status);
  if (!documented) return [`status ${status} is not documented`];
  const media = jsonOf(documented);
  const type = headers.get('Content-Type') ?? 'none';
  return [
    ...(media && !/^application\/json\b/.test(type) ? [`content type ${type} is not documented`] : []),
    ...bodyFaults(media?.schema, body),
    ...Object.entries(documented.headers ?? {}).flatMap(([name, header]) => {
      const { schema } = resolve<{ schema: Schema }>(document, header as { schema: Schema });
      return faults(schema, headers.get(name), `header ${name}`);
    }),
  ];
}

function bodyFaults(schema: Schema | undefined, body: unknown): string[] {
  if (schema) return faults(schema, body, 'body');
  return body === undefined ? [] : ['a body where none is documented'];
}

function faults(schema: Schema, value: unknown, name: string): string[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`);
}

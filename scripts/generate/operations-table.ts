import {
  type Document,
  jsonOf,
  listOperations,
  type Operation,
  type Reference,
  resolve,
  type Schema,
} from '../lib/description.js';
import { HEADER, literal } from './source.js';

const IDEMPOTENCY_KEY = /idempotency-key$/i;
const REQUEST_ID = /request-id$/i;
const AMOUNT = /(^|_)amount$/;

const TYPES = `/** What the description says of an operation, as far as a client has to know it. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  /** The URL below the base URL, with parameters in braces. */
  readonly path: string;
  /** Issues the access tokens that the secured operations need. */
  readonly tokenEndpoint: boolean;
  /** Needs an access token. */
  readonly secured: boolean;
  /** Changes nothing, so that it can be repeated whatever happened to the first request. */
  readonly safe: boolean;
  /** The header that makes a repeated write take effect once. */
  readonly idempotencyHeader: string | undefined;
  /** Path parameters and the patterns that their values have to match. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: 'none' | 'optional' | 'required';
  readonly body: 'none' | 'optional' | 'required';
  /** Documents a success without a body. */
  readonly canBeEmpty: boolean;
  /** Body fields that hold amounts, by their path, and whether they are in the minor currency unit. */
  readonly amounts: Readonly<Record<string, 'minor' | 'undocumented'>>;
  /** Body fields whose values must never be printed, by their path. */
  readonly secrets: readonly string[];
  /** The body fields that make up a signature, by their part in it. */
  readonly signature: Readonly<Record<'site' | 'timestamp' | 'version' | 'signature', string>> | undefined;
  /** The types of the actions that it leaves on its payment. */
  readonly actions: readonly string[];
  readonly pagination: Pagination | undefined;
}

/** How the pages of a result hang together: by links, or by offsets; the rest are names of fields. */
export type Pagination =
  | { readonly style: 'link'; readonly items: string; readonly next: string }
  | {
      readonly style: 'offset';
      readonly items: string;
      readonly offset: string;
      readonly limit: string;
      readonly total: string;
    };`;

/** \`generated/operations.ts\`: the operations table and the other facts that code looks up. */
export function operationsTable(document: Document): string {
  const operations = listOperations(document);
  const rows = operations.map(
    (operation) => `  ${operation.operationId}: ${literal(row(document, operation), 2)},`,
  );
  return `${HEADER}
${TYPES}

export const operations = {
${rows.join('\n')}
} as const satisfies Record<string, Operation>;

/** What an operation is called: the name of its method. */
export type OperationId = keyof typeof operations;

/** The operation that issues access tokens. */
export const TOKEN_OPERATION = ${literal(operations.find((one) => one['x-token-endpoint'])?.operationId)};

/** The response header that identifies a request at the provider. */
export const REQUEST_ID_HEADER = ${literal(requestIdHeader(operations))};

${Object.entries(namedEnums(document)).map(enumValues).join('\n')}`;
}

/** One constant for each enum, so that a bundle holds those only that are used. */
function enumValues([name, values]: [name: string, values: unknown]): string {
  return `/** The members of ${name} that are documented; new ones can turn up in responses. */
export const ${name.charAt(0).toLowerCase()}${name.slice(1)}Values = ${literal(values)} as const;
`;
}

function row(document: Document, operation: Operation): Record<string, unknown> {
  const fields = fieldsOf(document, jsonOf(operation.requestBody)?.schema ?? {});
  const idempotencyKey = operation.parameters.find(
    (parameter) => parameter.in === 'header' && IDEMPOTENCY_KEY.test(parameter.name),
  );
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    tokenEndpoint: operation['x-token-endpoint'] ?? false,
    secured: operation.secured,
    safe: operation.method === 'get' || (operation['x-safe'] ?? false),
    idempotencyHeader: idempotencyKey?.name,
    pathParameters: Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => [parameter.name, parameter.schema.pattern ?? '.+']),
    ),
    query: presence(queryParameters(operation)),
    body: presence(jsonOf(operation.requestBody) ? [{ required: operation.requestBody?.required }] : []),
    canBeEmpty: operation.responses.some((response) => response.status < 300 && !jsonOf(response)),
    amounts: Object.fromEntries(
      fields.flatMap(({ path, name, schema }): [string, string][] => {
        if (schema.type !== 'number' || !AMOUNT.test(name)) return [];
        // In the minor unit throughout, save `refund_amount`, whose unit nothing states.
        return [[path, name === 'amount' ? 'minor' : 'undocumented']];
      }),
    ),
    secrets: fields.flatMap(({ path, schema }) => (schema['x-secret'] ? [path] : [])),
    signature: operation['x-signature'],
    actions: operation['x-actions'] ?? [],
    pagination: operation['x-pagination'],
  };
}

interface Field {
  readonly path: string;
  readonly name: string;
  readonly schema: Schema;
}

/** The fields of a body and of the objects and lists in it; `*` in a path stands for every item. */
function fieldsOf(document: Document, schema: Schema, path = ''): Field[] {
  const { properties = {} } = resolve<Schema>(document, schema as Reference) as { properties?: object };
  return Object.entries<Schema>({ ...properties }).flatMap(([name, property]) => {
    const place = path ? `${path}.${name}` : name;
    const target = resolve<Schema>(document, property as Reference);
    const below = target.type === 'array' ? `${place}.*` : place;
    const inner = target.type === 'array' ? (target['items'] as Schema) : target;
    return [{ path: place, name, schema: target }, ...fieldsOf(document, inner, below)];
  });
}

function queryParameters(operation: Operation): Operation['parameters'] {
  return operation.parameters.filter((parameter) => parameter.in === 'query');
}

function presence(parts: readonly { readonly required?: boolean | undefined }[]): string {
  if (parts.length === 0) return 'none';
  return parts.some(({ required }) => required) ? 'required' : 'optional';
}

function requestIdHeader(operations: readonly Operation[]): string | undefined {
  const headers = operations.flatMap((operation) =>
    operation.responses.flatMap((response) => Object.keys(response.headers ?? {})),
  );
  return headers.find((header) => REQUEST_ID.test(header));
}

function namedEnums(document: Document): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document.components.schemas).flatMap(([name, schema]) =>
      schema.enum ? [[name, schema.enum]] : [],
    ),
  );
}

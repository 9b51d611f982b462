import { type Document, jsonOf, listOperations, type Operation } from '../description.js';
import { HEADER, literal } from './source.js';

const IDEMPOTENCY_KEY = /idempotency-key$/i;
const REQUEST_ID = /request-id$/i;

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
  /** The body fields that make up a signature, by their part in it. */
  readonly signature: Readonly<Record<'site' | 'timestamp' | 'version' | 'signature', string>> | undefined;
}`;

/** \`generated/operations.ts\`: the operations table and the other facts that code looks up. */
export function operationsTable(document: Document): string {
  const operations = listOperations(document);
  const rows = operations.map((operation) => `  ${operation.operationId}: ${literal(row(operation), 2)},`);
  return `${HEADER}
${TYPES}

export const operations = {
${rows.join('\n')}
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

/** The response header that identifies a request at the provider. */
export const REQUEST_ID_HEADER = ${literal(requestIdHeader(operations))};

/** The members of each named enum that responses use, as documented; new ones can turn up. */
export const enums = ${literal(namedEnums(document))} as const;
`;
}

function row(operation: Operation): Record<string, unknown> {
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
    signature: operation['x-signature'],
  };
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

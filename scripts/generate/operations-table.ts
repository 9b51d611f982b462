import {
  type Document,
  jsonOf,
  listOperations,
  type Operation,
  parametersIn,
  type Reference,
  resolve,
  type Schema,
} from '../lib/description.js';
import { type FormField, listForms } from './form-fields.js';
import { HEADER, toLiteral } from './source.js';

const IDEMPOTENCY_KEY = /idempotency-key$/i;
const REQUEST_ID = /request-id$/i;

const TYPES = `/** The facts of the description that a client needs to call an operation. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  /** The path below the base URL, with parameters in braces. */
  readonly path: string;
  /** Issues the access tokens that the secured operations need. */
  readonly tokenEndpoint: boolean;
  /** Needs an access token. */
  readonly secured: boolean;
  /** Changes nothing, so a client can always repeat it. */
  readonly safe: boolean;
  /** The header that makes a repeated write take effect once. */
  readonly idempotencyHeader: string | undefined;
  /** The path parameters, each with the pattern that its value must match. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: 'none' | 'optional' | 'required';
  readonly body: 'none' | 'optional' | 'required';
  /** Documents a success without a body. */
  readonly canBeEmpty: boolean;
  /** The unit of each body field that holds an amount, by path; \`minor\` is the minor currency unit. */
  readonly amounts: Readonly<Record<string, 'minor' | 'undocumented'>>;
  /** The paths of the body fields whose values must never be printed. */
  readonly secrets: readonly string[];
  /** The body fields of a signature, by their role. */
  readonly signature: Readonly<Record<'site' | 'timestamp' | 'version' | 'signature', string>> | undefined;
  /** Whether its body can have a reference of the caller. */
  readonly takesReference: boolean;
  /** The types of the actions that it adds to its payment. */
  readonly actions: readonly string[];
  readonly pagination: Pagination | undefined;
}

/** The pagination style of an operation: links or offsets. The other strings are names of fields. */
export type Pagination =
  | {
      readonly style: 'link';
      readonly items: string;
      readonly next: string;
      /** How many items a page has at most when the body has no \`limit\`. */
      readonly defaultLimit: number;
    }
  | {
      readonly style: 'offset';
      readonly items: string;
      readonly offset: string;
      readonly limit: string;
      readonly total: string;
    };`;

/** Renders \`generated/operations.ts\`: the operations table and the other facts that code looks up. */
export function renderOperationsTable(document: Document): string {
  const operations = listOperations(document);
  const rows = operations.map(
    (operation) => `  ${operation.operationId}: ${toLiteral(createRow(document, operation), 2)},`,
  );
  return `${HEADER}
${TYPES}

/** The facts of each operation, by its ID. */
export const operations = {
${rows.join('\n')}
} as const satisfies Record<string, Operation>;

/** The name of an operation, which is also the name of its method. */
export type OperationId = keyof typeof operations;

/** The operation that issues access tokens. */
export const TOKEN_OPERATION = ${toLiteral(operations.find((one) => one['x-token-endpoint'])?.operationId)};

/** The version of the description. */
export const DESCRIPTION_VERSION = ${toLiteral(document.info.version)};

/** The request header that makes a repeated write take effect once. */
export const IDEMPOTENCY_HEADER = ${toLiteral(operations.map(findIdempotencyHeader).find((name) => name))};

/** The response header that identifies a request at the provider. */
export const REQUEST_ID_HEADER = ${toLiteral(findRequestIdHeader(operations))};

${Object.entries(listEnums(document)).map(renderEnum).join('\n')}
${[...listForms(document)].map(renderForm).join('\n')}`;
}

/** Renders one constant for each enum, so that a bundle contains only those that are used. */
function renderEnum([name, values]: [name: string, values: unknown]): string {
  return `/** The documented values of ${name}. Responses can contain new ones. */
export const ${toConstantName(name)}Values = ${toLiteral(values)} as const;
`;
}

/** Renders one constant for each form of a response, so that a bundle contains only those that are used. */
function renderForm([name, fields]: [name: string, fields: readonly FormField[]]): string {
  const types = fields.flatMap((field) => (field.type ? [[field.name, field.type]] : []));
  return `/** The fields that tell ${name} from other forms of the same response, each with the JSON type of its value. */
export const ${toConstantName(name)}Fields = ${toLiteral(Object.fromEntries(types))} as const;
`;
}

function toConstantName(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function createRow(document: Document, operation: Operation): Record<string, unknown> {
  const fields = listFields(document, jsonOf(operation.requestBody)?.schema ?? {});
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    tokenEndpoint: operation['x-token-endpoint'] ?? false,
    secured: operation.secured,
    safe: operation.method === 'get' || (operation['x-safe'] ?? false),
    idempotencyHeader: findIdempotencyHeader(operation),
    pathParameters: Object.fromEntries(
      parametersIn(operation, 'path').map(({ name, schema }) => [name, schema.pattern ?? '.+']),
    ),
    query: presence(parametersIn(operation, 'query')),
    body: presence(jsonOf(operation.requestBody) ? [{ required: operation.requestBody?.required }] : []),
    canBeEmpty: operation.responses.some((response) => response.status < 300 && !jsonOf(response)),
    amounts: Object.fromEntries(
      fields.flatMap(({ path, schema }) => (schema['x-amount'] ? [[path, schema['x-amount']]] : [])),
    ),
    secrets: fields.flatMap(({ path, schema }) => (schema['x-secret'] ? [path] : [])),
    signature: operation['x-signature'],
    takesReference: fields.some(({ path }) => path === 'reference'),
    actions: operation['x-actions'] ?? [],
    pagination: findPagination(operation, fields),
  };
}

/** Completes how pages hang together with the default of the body: the other style has its limit in the response. */
function findPagination({ 'x-pagination': pagination }: Operation, fields: readonly Field[]): unknown {
  if (pagination?.['style'] !== 'link') return pagination;
  const limit = fields.find(({ path }) => path === 'limit');
  return { ...pagination, defaultLimit: limit?.schema['default'] };
}

interface Field {
  readonly path: string;
  readonly schema: Schema;
}

/**
 * Lists the fields of a body and of its objects and arrays; `*` in a path stands for each item. A field that holds what
 * it is a part of is listed without the fields of that, which would have no end.
 *
 * @param above The schemas that the path leads through.
 */
function listFields(document: Document, schema: Schema, path = '', above: readonly Schema[] = []): Field[] {
  const own = resolve<Schema>(document, schema as Reference);
  if (above.includes(own)) return [];
  const { properties = {} } = own as { properties?: object };
  return Object.entries<Schema>({ ...properties }).flatMap(([name, property]) => {
    const place = path ? `${path}.${name}` : name;
    const target = resolve<Schema>(document, property as Reference);
    const below = target.type === 'array' ? `${place}.*` : place;
    const inner = target.type === 'array' ? ((target['items'] ?? {}) as Schema) : target;
    return [{ path: place, schema: target }, ...listFields(document, inner, below, [...above, own])];
  });
}

function presence(parts: readonly { readonly required?: boolean | undefined }[]): string {
  if (parts.length === 0) return 'none';
  return parts.some(({ required }) => required) ? 'required' : 'optional';
}

function findIdempotencyHeader({ parameters }: Operation): string | undefined {
  return parameters.find((one) => one.in === 'header' && IDEMPOTENCY_KEY.test(one.name))?.name;
}

function findRequestIdHeader(operations: readonly Operation[]): string | undefined {
  const headers = operations.flatMap((operation) =>
    operation.responses.flatMap((response) => Object.keys(response.headers ?? {})),
  );
  return headers.find((header) => REQUEST_ID.test(header));
}

function listEnums(document: Document): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document.components.schemas).flatMap(([name, schema]) =>
      schema.enum ? [[name, schema.enum]] : [],
    ),
  );
}

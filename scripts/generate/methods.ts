import {
  type Document,
  listOperations,
  type Operation,
  type Parameter,
  parametersIn,
} from '../lib/description.js';
import { schemaName } from './body-schema.js';
import { renderMethodExample } from './method-example.js';
import { listSignedBodies, nameRequestTypes, type SignedBody } from './request-types.js';
import { HEADER, toComment } from './source.js';

const PREAMBLE = `/** The input of an operation: its path parameters, query and body. */
export interface Input {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}`;

/** Renders `generated/methods.ts`: a documented method for each operation. */
export function renderMethods(document: Document): string {
  const operations = listOperations(document);
  const requestTypes = nameRequestTypes(document);
  const signedBodies = listSignedBodies(document);
  const parts = operations.map((operation) =>
    describeMethod(document, operation, requestTypes, signedBodies),
  );
  const names = [...new Set(parts.flatMap((part) => part.models))].sort();
  return `${HEADER}
import type {
${names.map((name) => `  ${name},`).join('\n')}
} from './models.js';
import type { OperationId } from './operations.js';
import type { operations } from './schema.js';

${PREAMBLE}

/** The data of a successful response, by operation. */
export interface Data {
${parts.map((part) => `  ${part.id}: ${part.data};`).join('\n')}
}

/** The operations as methods. Their arguments are the path parameters, the body or the query, and options. */
export interface Methods<
  Options,
  Results extends Record<OperationId, unknown>,
  Signing extends boolean = boolean,
> {
${parts.map((part) => `${part.docs}\n  ${part.id}(${part.signature}): Results['${part.id}'];`).join('\n\n')}
}
`;
}

interface Argument {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

function describeMethod(
  document: Document,
  operation: Operation,
  requestTypes: ReadonlyMap<string, string>,
  signedBodies: ReadonlyMap<string, SignedBody>,
) {
  const path = parametersIn(operation, 'path');
  const schema = schemaName(operation, operation.requestBody);
  const model = operation['x-token-endpoint'] ? undefined : schema && requestTypes.get(schema);
  const signedBody = schema ? signedBodies.get(schema) : undefined;
  const body = model && bodyArgument(operation, model, signedBody);
  const query = queryArgument(operation);
  const args = [...path.map(pathArgument), ...(body ? [body] : []), ...(query ? [query] : []), OPTIONS];
  const data = dataType(operation);
  return {
    id: operation.operationId,
    docs: toComment(documentation(operation, args, renderMethodExample(document, operation)), 2),
    signature: args.map(({ name, type, required }) => `${name}${required ? '' : '?'}: ${type}`).join(', '),
    data: data.join(' | '),
    models: [
      ...data.filter((name) => name !== 'undefined'),
      ...(model ? [model] : []),
      ...(signedBody ? [signedBody.unsigned] : []),
    ],
  };
}

const OPTIONS: Argument = {
  name: 'options',
  type: 'Options',
  required: false,
  description: 'Options for this call. They override those of the client.',
};

function pathArgument(parameter: Parameter): Argument {
  return { name: parameter.name, type: 'string', required: true, description: parameter.description ?? '' };
}

function bodyArgument(operation: Operation, model: string, signedBody: SignedBody | undefined): Argument {
  const body = operation.requestBody;
  return {
    name: 'body',
    type: signedBody ? `Signing extends true ? ${signedBody.unsigned} : ${model}` : model,
    required: body?.required ?? false,
    description: body?.description ?? '',
  };
}

function queryArgument(operation: Operation): Argument | undefined {
  const parameters = parametersIn(operation, 'query');
  if (parameters.length === 0) return undefined;
  return {
    name: 'query',
    type: `operations['${operation.operationId}']['parameters']['query']`,
    required: parameters.some((parameter) => parameter.required),
    description: parameters.map(({ name, description }) => `\`${name}\`: ${description}`).join(' '),
  };
}

function dataType(operation: Operation): string[] {
  const successes = operation.responses.filter(({ status }) => status < 300);
  return [...new Set(successes.map((response) => schemaName(operation, response) ?? 'undefined'))];
}

function documentation(operation: Operation, args: readonly Argument[], example: string): string {
  const statuses = operation.responses.map(
    ({ status, description }) => `- \`${status}\`: ${oneLine(description)}`,
  );
  return [
    `${operation.summary}${operation['x-beta'] ? ' (beta)' : ''}: \`${operation.method.toUpperCase()} ${operation.path}\``,
    '',
    operation.description.trim(),
    '',
    '**Statuses**',
    '',
    ...statuses,
    '',
    ...args.map(({ name, description }) => `@param ${name} ${oneLine(description)}`),
    '@example',
    example,
    ...(operation.docs ? [`@see ${operation.docs}`] : []),
  ].join('\n');
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

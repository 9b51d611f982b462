import {
  type Body,
  type Document,
  jsonOf,
  listOperations,
  METHODS,
  mergeParameters,
  type OperationObject,
  type Parameter,
  type ParameterList,
  type ResponseObject,
  resolve,
} from '../lib/description.js';
import { findDangling, findEmpty, findInvalidSchemas } from './mistakes/find-mistakes.js';
import { locate } from './mistakes/locate.js';

/** What can be the name of a method. */
const NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * Checks what the generated code relies on, so that a gap in the description is found where it is, and not in what
 * becomes of it. All else is for the linter.
 *
 * @throws Error that names each gap or mistake of one kind with its file.
 */
export function checkDescription(document: Document): void {
  // An operation with an empty part, or with a reference to nothing, cannot be read.
  refuse('gaps', findEmpty(document));
  refuse('mistakes', findDangling(document));
  refuse('mistakes', findInvalidSchemas(document));
  refuse('gaps', findGaps(document));
  refuse('mistakes', findRepeatedNames(document));
}

function refuse(kind: string, found: Iterable<string>): void {
  const lines = [...found].map((problem) => `  ${problem}\n`);
  if (lines.length === 0) return;
  throw new Error(
    `The description has ${kind}:\n${lines.join('')}Run \`npm run lint:description\` for the details.`,
  );
}

/** Two methods cannot have one name. */
function* findRepeatedNames(document: Document): Generator<string> {
  const seen = new Map<string, string>();
  for (const { operationId, method, path } of listOperations(document)) {
    const operation = `${method.toUpperCase()} ${path}`;
    const first = seen.get(operationId);
    if (first !== undefined)
      yield `${locate(['paths', path])}: ${operation} has the operationId ${operationId}, as ${first} has`;
    else seen.set(operationId, operation);
  }
}

function* findGaps(document: Document): Generator<string> {
  if (!document.info?.version) yield 'openapi/openapi.yaml: info has no version';
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      const place = `${locate(['paths', path])}: ${method.toUpperCase()} ${path}`;
      const parameters = mergeParameters(document, item.parameters, operation.parameters);
      for (const gap of [
        ...findOperationGaps(document, operation),
        ...findParameterGaps(document, parameters),
      ])
        yield `${place} ${gap}`;
    }
  }
}

function* findOperationGaps(document: Document, operation: Partial<OperationObject>): Generator<string> {
  const { operationId, summary, description, requestBody = {}, responses = {} } = operation;
  if (!NAME.test(operationId ?? '')) yield 'has no operationId that a method can have as its name';
  if (!summary) yield 'has no summary';
  if (!description) yield 'has no description';
  if (lacksSchema(resolve<Body>(document, requestBody))) yield 'has no schema of its body';
  const statuses = Object.entries(responses);
  if (!statuses.some(([status]) => /^2/.test(status))) yield 'has no response to a success';
  for (const [status, value] of statuses) {
    const response = resolve<ResponseObject>(document, value);
    if (!response.description) yield `has no description of the response ${status}`;
    if (lacksSchema(response)) yield `has no schema of the response ${status}`;
  }
}

/** Whether a body has JSON of which nothing is known. */
function lacksSchema(body: Body): boolean {
  const media = jsonOf(body);
  return media !== undefined && !media.schema;
}

function* findParameterGaps(document: Document, parameters: ParameterList): Generator<string> {
  for (const parameter of parameters) {
    const { name, schema } = resolve<Parameter>(document, parameter);
    if (!schema) yield `has no schema of the parameter ${name}`;
  }
}

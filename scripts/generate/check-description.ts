import {
  type Body,
  type Document,
  getPathFile,
  jsonOf,
  METHODS,
  mergeParameters,
  type OperationObject,
  type Parameter,
  type ParameterList,
  type ResponseObject,
  resolve,
} from '../lib/description.js';

/** Keywords with values of the API, which can be null, where they are no names of properties. */
const DATA = /^(?:const|default|enum|examples?|value|x-.*)$/;

/** What can be the name of a method. */
const NAME = /^[A-Za-z_$][\w$]*$/;

/**
 * Checks what the generated code relies on, so that a gap in the description is found where it is, and not in what
 * becomes of it. All else is for the linter.
 *
 * @throws Error that names each gap with its file.
 */
export function checkDescription(document: Document): void {
  // An operation with an empty part cannot be read.
  const empty = [...findEmpty(document)].map((keys) => `${locate(keys)} is empty`);
  const gaps = empty.length > 0 ? empty : [...findGaps(document)];
  if (gaps.length === 0) return;
  const lines = gaps.map((gap) => `  ${gap}`);
  throw new Error(
    `The description has gaps:\n${lines.join('\n')}\nRun \`npm run lint:description\` for the details.`,
  );
}

/** Finds what has a name and no value in YAML, by the keys that lead to it. */
function* findEmpty(
  value: unknown,
  keys: readonly string[] = [],
  holdsNames = false,
): Generator<readonly string[]> {
  if (value === null) yield keys;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (!holdsNames && DATA.test(key)) continue;
    yield* findEmpty(child, [...keys, key], !holdsNames && key === 'properties');
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

/** Names the file that keys of the bundle lead to, and the keys in it. The bundle names components after their files. */
function locate(keys: readonly string[]): string {
  const [group, first, second, ...rest] = keys;
  if (group === 'paths' && first !== undefined) return join(getPathFile(first), keys.slice(2));
  if (group === 'components' && second !== undefined) return join(`${first}/${second}.yaml`, rest);
  return join('openapi.yaml', keys);
}

function join(file: string, keys: readonly string[]): string {
  return [`openapi/${file}`, ...(keys.length > 0 ? [keys.join('.')] : [])].join(': ');
}

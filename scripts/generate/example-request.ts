import { type Document, examplesOf, jsonOf, type Operation, parametersIn } from '../lib/description.js';

export type Fields = Readonly<Record<string, unknown>>;

/** An example request of the description. */
export interface ExampleRequest {
  readonly operation: Operation;
  /** The summary of the example. */
  readonly title: string;
  /** The path with its parameters filled in. */
  readonly path: string;
  /** The values of the path parameters, in the order of the path. */
  readonly pathValues: readonly string[];
  readonly query: Fields | undefined;
  readonly body: Fields | undefined;
}

/** Creates a request for each example of the body, or a single request when there is no body. */
export function createExampleRequests(document: Document, operation: Operation): ExampleRequest[] {
  const examples = Object.values(examplesOf(document, jsonOf(operation.requestBody)));
  const pathParameters = new Map(
    parametersIn(operation, 'path').map((parameter) => [parameter.name, findExample(parameter)]),
  );
  const query = Object.fromEntries(
    parametersIn(operation, 'query')
      .filter(({ required }) => required)
      .map((parameter) => [parameter.name, findExample(parameter)]),
  );
  const common = {
    operation,
    path: operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(pathParameters.get(name))),
    pathValues: [...pathParameters.values()].map(String),
    query: Object.keys(query).length > 0 ? query : undefined,
  };
  if (examples.length === 0) return [{ ...common, title: operation.summary, body: undefined }];
  return examples.map(({ summary = operation.summary, value }) => ({
    ...common,
    title: summary,
    body: value as Fields,
  }));
}

/** Returns the body without the fields of the signature. */
export function omitSignature({ operation, body }: ExampleRequest): Fields {
  const added = Object.values(operation['x-signature'] ?? {});
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !added.includes(name)));
}

function findExample({ name, example, schema }: Operation['parameters'][number]): unknown {
  const value = example ?? schema.examples?.[0];
  if (value === undefined)
    throw new Error(`The parameter ${name} has no example, which its samples require.`);
  return value;
}

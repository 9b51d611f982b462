import {
  type Body,
  type Document,
  jsonOf,
  type Operation,
  resolve,
  type Schema,
} from '../../lib/description.js';

/** The ids of parameters, headers and fields on the page of an operation. */
export const FIELD_IDS = 'li[id^="parameter-"], li[id^="field-"], li[id^="response-"]';

/** Counts the parameters, headers and fields of an operation, including those of nested objects and all forms. */
export function countFields(document: Document, { parameters, requestBody, responses }: Operation): number {
  const headers = responses.map((response) => Object.keys(response.headers ?? {}).length);
  const bodies = [requestBody, ...responses].map((body) => countBody(document, body));
  return parameters.length + [...headers, ...bodies].reduce((sum, count) => sum + count, 0);
}

function countBody(document: Document, body: Body | undefined): number {
  const schema = jsonOf(body)?.schema;
  return schema ? countSchema(document, schema) : 0;
}

function countSchema(document: Document, schema: Schema): number {
  const own = Object.values((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>);
  const parts = ['anyOf', 'oneOf', 'allOf'].flatMap(
    (keyword) => (schema[keyword] ?? []) as readonly Schema[],
  );
  const target = schema.$ref ? [resolve<Schema>(document, { $ref: schema.$ref })] : [];
  const items = schema['items'] ? [schema['items'] as Schema] : [];
  return [...own, ...parts, ...target, ...items].reduce(
    (sum, inner) => sum + countSchema(document, inner),
    own.length,
  );
}

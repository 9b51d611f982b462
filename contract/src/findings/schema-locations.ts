import { jsonOf, type Operation } from '../../../scripts/lib/description.js';
import { escapeStep } from '../../../scripts/lib/json-pointer.js';
import { document, requestSchema } from '../conformance/description.js';
import type { SchemaLocation } from '../conformance/walk-schema.js';

const CONTENT = 'content/application~1json/schema';

/** Locates the schema of a response; undefined without one. */
export function locateResponseSchema(operation: Operation, status: number): SchemaLocation | undefined {
  const pointer = responsePointer(operation, status);
  const schema = jsonOf(operation.responses.find((response) => response.status === status))?.schema;
  return schema && { pointer: `${pointer}/${CONTENT}`, schema };
}

/** Locates the schema of the request; undefined without one. */
export function locateRequestSchema(operation: Operation): SchemaLocation | undefined {
  const schema = requestSchema(operation);
  const pointer = `/paths/${escapeStep(operation.path)}/${operation.method}/requestBody/${CONTENT}`;
  return schema && { pointer, schema };
}

/** The pointer of a response, where its reference leads; undefined when it is not documented. */
export function responsePointer({ path, method }: Operation, status: number): string | undefined {
  const response = document.paths[path]?.[method]?.responses[status];
  if (!response) return undefined;
  return '$ref' in response
    ? response.$ref.slice(1)
    : `/paths/${escapeStep(path)}/${method}/responses/${status}`;
}

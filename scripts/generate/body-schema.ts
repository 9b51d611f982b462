import { type Body, jsonOf, type Operation, type Schema } from '../lib/description.js';

/**
 * Reads the name of the schema of a body.
 *
 * @throws Error when the body has no schema file of its own.
 */
export function schemaName(operation: Operation, body: Body | undefined): string | undefined {
  const schema: Schema | undefined = jsonOf(body)?.schema;
  if (!schema) return undefined;
  const name = /^#\/components\/schemas\/(\w+)$/.exec(schema.$ref ?? '')?.[1];
  if (!name) throw new Error(`${operation.operationId}: give each body its own schema file.`);
  return name;
}

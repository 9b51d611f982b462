import type { Document } from '../lib/description.js';
import { listSchemasByUse } from './reachable.js';

/**
 * Names the type of each schema that requests contain. Optional fields of requests can be undefined, those of
 * responses cannot, so a schema of both has a type for each: `Address`, and `AddressInput` for requests.
 *
 * @returns The name of the type by the name of the schema.
 */
export function nameRequestTypes(document: Document): Map<string, string> {
  const { requests, responses } = listSchemasByUse(document);
  return new Map(
    Object.entries(document.components.schemas).flatMap(([name, schema]): [string, string][] =>
      requests.has(schema) ? [[name, responses.has(schema) ? `${name}Input` : name]] : [],
    ),
  );
}

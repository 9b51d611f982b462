import { type Document, listOperations } from '../lib/description.js';
import { schemaName } from './body-schema.js';
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

/** A signed body, which a client that signs completes. */
export interface SignedBody {
  /** The name of the type that has the fields of the signature. */
  readonly signed: string;
  /** The name of the type in which they are optional. */
  readonly unsigned: string;
  readonly fields: readonly string[];
}

/** Lists the signed bodies by the name of their schema. */
export function listSignedBodies(document: Document): Map<string, SignedBody> {
  const names = nameRequestTypes(document);
  return new Map(
    listOperations(document).flatMap((operation): [string, SignedBody][] => {
      const signature = operation['x-signature'];
      const schema = schemaName(operation, operation.requestBody);
      const signed = schema && names.get(schema);
      if (!signature || !signed) return [];
      return [[schema, { signed, unsigned: `Unsigned${signed}`, fields: Object.values(signature) }]];
    }),
  );
}

import openapiTS, { astToString, tsLiteral, tsUnion } from 'openapi-typescript';
import ts from 'typescript';
import { type Document, type Reference, resolve, type Schema } from '../lib/description.js';
import { describeModels } from './models.js';
import { nameTypes } from './named-types.js';
import { listReachable, listSchemasByUse } from './reachable.js';
import { nameRequestTypes } from './request-types.js';
import { toComment } from './source.js';

const OPEN = 'x-open-enum';

/** The package exports `paths`, which openapi-typescript does not document. */
const PATHS_COMMENT = toComment(
  'The API by path and method, for tools that take the types of openapi-typescript.',
);

/** Renders `generated/schema.d.ts`: the types of the description, by openapi-typescript. */
export async function renderSchemaTypes(document: Document): Promise<string> {
  const copy = structuredClone(document);
  openResponseEnums(copy);
  describeReferences(copy);
  refuseMisspeltFields(copy);
  const ast = await openapiTS(JSON.stringify(copy), {
    // With the default of true, a request field that has a default value would be required.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    // A schema can also be `true` or `false`.
    transform: (schema: object | boolean) =>
      typeof schema === 'object' && OPEN in schema ? openUnion(schema as Schema) : undefined,
  });
  const named = nameTypes(ast, nameRequestTypes(document), describeModels(document));
  return astToString(named).replace(/^export interface paths /m, `${PATHS_COMMENT}\n$&`);
}

/**
 * Marks the enums of responses as open: new values appear in production, and a client must neither fail on
 * them nor claim in its types that they cannot occur. Enums of requests stay closed.
 *
 * @throws Error when a request and a response share an enum schema.
 */
function openResponseEnums(document: Document): void {
  const { requests, responses } = listSchemasByUse(document);
  for (const schema of responses) {
    if (!schema.enum) continue;
    if (requests.has(schema)) {
      throw new Error(
        `A request and a response share the enum ${JSON.stringify(schema.enum)}. Give each its own schema: ` +
          'a response enum is open in the types, a request enum is closed.',
      );
    }
    Object.assign(schema, { [OPEN]: true });
  }
}

/**
 * Takes the word that more fields are allowed from schemas that list fields: the index signature that it becomes
 * would let misspelt fields pass.
 */
function refuseMisspeltFields(document: Document): void {
  for (const schema of listReachable(document, document.paths)) {
    if (schema['properties'] && schema['additionalProperties'] === true) {
      Reflect.deleteProperty(schema, 'additionalProperties');
    }
  }
}

/** Copies the description of a schema to the properties that refer to it, for editors to show on hover. */
function describeReferences(document: Document): void {
  for (const schema of Object.values(document.components.schemas)) {
    for (const property of Object.values((schema['properties'] ?? {}) as Record<string, Schema>)) {
      const description = property.description ?? resolveReference(document, property)?.description;
      if (description) Object.assign(property, { description });
    }
  }
}

/** Resolves the reference of a property, whether it stands alone or as the alternative to null. */
function resolveReference(document: Document, property: Schema): Schema | undefined {
  const alternatives = (property['anyOf'] ?? [property]) as readonly Schema[];
  const reference = alternatives.find(({ $ref }) => $ref);
  return reference && resolve<Schema>(document, reference as Reference);
}

/** Creates `'A' | 'B' | (string & {})`: every string, but editors suggest the known ones. */
function openUnion(schema: Schema): ts.TypeNode {
  const anyString = ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
  return tsUnion([...(schema.enum ?? []).map((member) => tsLiteral(member)), anyString]);
}

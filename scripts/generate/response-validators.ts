import { type Document, jsonOf, listOperations, resolve, type Schema } from '../lib/description.js';
import { type DescriptionPlace, listInferredElements } from '../lib/inferred-elements.js';
import { escapeStep } from '../lib/json-pointer.js';
import { bundleValidators, compileSchemas, VALIDATOR_TYPES } from './bundle-validators.js';
import { HEADER } from './source.js';

/** Keywords whose rules a schema applies to a value by itself. Ajv compiles them. */
const RULES = new Set([
  ...['type', 'enum', 'const', 'format', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['required', 'minProperties', 'maxProperties', 'minItems', 'maxItems', 'uniqueItems'],
]);

/** Keywords that lead to other schemas. The observer follows them. */
const APPLICATORS = new Set(['$ref', 'allOf', 'anyOf', 'properties', 'items']);

/** Keywords that only say that a value may have more. */
const OPEN = new Set(['additionalProperties', 'unevaluatedProperties']);

const ANNOTATIONS = new Set([
  ...['title', 'description', 'default', 'example', 'examples', 'discriminator', 'externalDocs'],
  ...['deprecated', 'readOnly', 'writeOnly', '$comment'],
]);

const TYPES = `${VALIDATOR_TYPES}
/** A schema of the description. \`mark\` and \`marks\` are indexes of \`inferredElements\`. */
export interface SchemaNode {
  /** Validates the rules of this schema, without those of the schemas that it leads to. */
  readonly rules?: Validator;
  /** The name of a schema that applies as well. */
  readonly ref?: string;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly mark?: number;
  /** The marks of single keywords. */
  readonly marks?: Readonly<Record<string, number>>;
}

/** A documented response. */
export interface DocumentedResponse {
  /** Undefined for a response without a body. */
  readonly body?: SchemaNode;
  readonly headers: Readonly<Record<string, SchemaNode>>;
  /** The mark of its content. */
  readonly mark?: number;
}

/** The responses of an operation by their statuses. */
export interface DocumentedOperation {
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  /** The mark of its path and method. */
  readonly mark?: number;
}

/** A part of the description that the documentation does not state. */
export interface InferredElement {
  /** The place in the description, as a JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** Undefined for the whole element. */
  readonly keyword: string | undefined;
  /** The component that it belongs to, or \`paths\`, \`links\`, \`servers\`. */
  readonly group: string;
  /** Its name within the group. */
  readonly name: string;
  readonly reason: string;
}

/** The operations by their operationId. */
export declare const responseOperations: Readonly<Record<string, DocumentedOperation>>;

/** The schemas that responses refer to, by name. */
export declare const responseSchemas: Readonly<Record<string, SchemaNode>>;

export declare const inferredElements: readonly InferredElement[];
`;

/** A part of generated code. A string is an expression; what is undefined is left out. */
type Code = string | number | undefined | readonly Code[] | { readonly [name: string]: Code };

/**
 * Renders `generated/response-validators.js` and its declarations, with which `lddpay/observe` checks responses:
 * the rules of every schema, each compiled alone, so that a violation has a place, and so that each inferred
 * element can be confirmed.
 *
 * @throws Error when a response has a keyword that the observer does not know.
 */
export async function renderResponseValidators(document: Document): Promise<{ code: string; types: string }> {
  const elements = listInferredElements(document);
  const table = createTable(document, (place) => {
    const index = elements.findIndex(
      ({ pointer, keyword }) => pointer === place.pointer && keyword === place.keyword,
    );
    return index < 0 ? undefined : index;
  });
  const reasons = [...new Set(elements.map(({ reason }) => reason))];
  const code = await bundleValidators(
    `import * as rules from 'rules';
const reasons = ${JSON.stringify(reasons)};
export const responseOperations = ${toCode(table.operations)};
export const responseSchemas = ${toCode(table.schemas)};
export const inferredElements = ${JSON.stringify(
      elements.map(({ reason, ...element }) => ({ ...element, reason: reasons.indexOf(reason) })),
    )}.map((element) => ({ keyword: undefined, ...element, reason: reasons[element.reason] }));`,
    { rules: compileSchemas(document, table.rules, { messages: false }) },
  );
  return { code: `${HEADER}\n${code}`, types: `${HEADER}\n${TYPES}` };
}

/** Finds the index of the inferred element at a place. */
type FindMark = (place: DescriptionPlace) => number | undefined;

/** Turns the responses of the description into data that refers to schemas and validators by name. */
function createTable(document: Document, findMark: FindMark) {
  const rules = new Map<string, string>();
  const schemas: Record<string, Code> = {};

  /** Names the validator of some rules. Equal rules share one. */
  const nameRules = (own: object): string => {
    const key = JSON.stringify(own);
    const name = rules.get(key) ?? `rule${rules.size}`;
    rules.set(key, name);
    return `rules.${name}`;
  };

  const readNode = (schema: Schema, pointer: string): Code => {
    checkKeywords(schema, pointer);
    const own = Object.entries(schema).filter(([keyword]) => RULES.has(keyword));
    const readList = (keyword: 'allOf' | 'anyOf') =>
      (schema[keyword] as readonly Schema[] | undefined)?.map((member, index) =>
        readNode(member, `${pointer}/${keyword}/${index}`),
      );
    const { properties, items } = schema as { properties?: Record<string, Schema>; items?: Schema };
    const mark = schema['x-inferred'];
    const keywords = Object.keys(typeof mark === 'object' && mark !== null ? mark : {});
    const marks = keywords.map((keyword): [string, Code] => [keyword, findMark({ pointer, keyword })]);
    return {
      rules: own.length > 0 ? nameRules(Object.fromEntries(own)) : undefined,
      ref: schema.$ref === undefined ? undefined : JSON.stringify(readReference(schema.$ref)),
      allOf: readList('allOf'),
      anyOf: readList('anyOf'),
      properties:
        properties &&
        Object.fromEntries(
          Object.entries(properties).map(([name, property]) => [
            requirePlain(name),
            readNode(property, `${pointer}/properties/${name}`),
          ]),
        ),
      items: items && readNode(items, `${pointer}/items`),
      mark: findMark({ pointer, keyword: undefined }),
      marks: marks.some(([, index]) => index !== undefined) ? Object.fromEntries(marks) : undefined,
    };
  };

  const readReference = ($ref: string): string => {
    const name = requirePlain($ref.replace('#/components/schemas/', ''));
    if (!(name in schemas)) {
      // Before it is read, since a schema may lead to itself.
      schemas[name] = {};
      schemas[name] = readNode(resolve<Schema>(document, { $ref }), $ref.slice(1));
    }
    return name;
  };

  const operations = listOperations(document).map((operation): [string, Code] => {
    const { operationId, path, method, responses } = operation;
    const route = `/paths/${escapeStep(path)}/${method}`;
    const documented = responses.map((response): [string, Code] => {
      const { status } = response;
      const reference = document.paths[path]?.[method]?.responses[status];
      const pointer =
        reference && '$ref' in reference ? reference.$ref.slice(1) : `${route}/responses/${status}`;
      const media = jsonOf(response);
      const headers = Object.entries(response.headers ?? {}).map(([name, header]): [string, Code] => {
        const { schema } = resolve<{ schema: Schema }>(document, header as { schema: Schema });
        return [name, readNode(schema, `${pointer}/headers/${escapeStep(name)}/schema`)];
      });
      return [
        `${status}`,
        {
          body: media && readNode(media.schema, `${pointer}/content/application~1json/schema`),
          headers: Object.fromEntries(headers),
          mark: findMark({ pointer, keyword: 'content' }),
        },
      ];
    });
    const mark = findMark({ pointer: route, keyword: undefined });
    return [operationId, { responses: Object.fromEntries(documented), mark }];
  });

  return {
    operations: Object.fromEntries(operations),
    schemas,
    rules: Object.fromEntries([...rules].map(([own, name]) => [name, JSON.parse(own) as object])),
  };
}

/** A rule that the observer ignores would be a violation that nobody sees. */
function checkKeywords(schema: Schema, pointer: string): void {
  const known = [RULES, APPLICATORS, ANNOTATIONS];
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword.startsWith('x-') || known.some((keywords) => keywords.has(keyword))) continue;
    if (OPEN.has(keyword) && value !== false) continue;
    throw new Error(`${pointer}: the observer of responses does not know \`${keyword}\`. Teach it.`);
  }
}

/** Returns a name that can stand in a JSON pointer and in a dotted path as it is. */
function requirePlain(name: string): string {
  if (/^[\w-]+$/.test(name)) return name;
  throw new Error(`The observer of responses cannot name \`${name}\` in a path.`);
}

function toCode(value: Code): string {
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(toCode).join(', ')}]`;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{ ${entries.map(([name, member]) => `${JSON.stringify(name)}: ${toCode(member)}`).join(', ')} }`;
}

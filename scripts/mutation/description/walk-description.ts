import { appendKey } from '../../lib/json-pointer.js';

/** An object of the description, as JSON. */
export type Node = Readonly<Record<string, unknown>>;

/** A kind of object, as the OpenAPI Specification names them. */
export type NodeKind =
  | 'document'
  | 'components'
  | 'server'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'response'
  | 'mediaType'
  | 'header'
  | 'link'
  | 'example'
  | 'securityScheme'
  | 'schema';

/** An object of the description and its place. */
export interface Place {
  readonly kind: NodeKind;
  /** A JSON pointer (RFC 6901) without `#`. */
  readonly pointer: string;
  readonly node: Node;
}

/** A child by itself, or a map or list of children. */
type Child = readonly [kind: NodeKind, holds: 'one' | 'many'];

const SCHEMA: Child = ['schema', 'one'];
const SCHEMAS: Child = ['schema', 'many'];
const OPERATION: Child = ['operation', 'one'];
const CONTENT: Child = ['mediaType', 'many'];

/** @see https://spec.openapis.org/oas/v3.1.0 */
const CHILDREN: Readonly<Record<NodeKind, Readonly<Record<string, Child>>>> = {
  document: { servers: ['server', 'many'], paths: ['pathItem', 'many'], components: ['components', 'one'] },
  components: {
    schemas: SCHEMAS,
    responses: ['response', 'many'],
    parameters: ['parameter', 'many'],
    examples: ['example', 'many'],
    requestBodies: ['requestBody', 'many'],
    headers: ['header', 'many'],
    links: ['link', 'many'],
    securitySchemes: ['securityScheme', 'many'],
  },
  server: {},
  pathItem: {
    parameters: ['parameter', 'many'],
    get: OPERATION,
    put: OPERATION,
    post: OPERATION,
    delete: OPERATION,
    patch: OPERATION,
  },
  operation: {
    parameters: ['parameter', 'many'],
    requestBody: ['requestBody', 'one'],
    responses: ['response', 'many'],
  },
  parameter: { schema: SCHEMA },
  requestBody: { content: CONTENT },
  response: { content: CONTENT, headers: ['header', 'many'], links: ['link', 'many'] },
  mediaType: { schema: SCHEMA, examples: ['example', 'many'] },
  header: { schema: SCHEMA },
  link: {},
  example: {},
  securityScheme: {},
  schema: {
    properties: SCHEMAS,
    items: SCHEMA,
    allOf: SCHEMAS,
    anyOf: SCHEMAS,
    oneOf: SCHEMAS,
    additionalProperties: SCHEMA,
    unevaluatedProperties: SCHEMA,
  },
};

/** Walks the objects of a bundled description, each with its kind. References are not followed. */
export function* walkDescription(node: unknown, kind: NodeKind = 'document', pointer = ''): Generator<Place> {
  if (!isNode(node)) return;
  yield { kind, pointer, node };
  for (const [key, [childKind, holds]] of Object.entries(CHILDREN[kind])) {
    const child = node[key];
    const place = appendKey(pointer, key);
    if (holds === 'one') yield* walkDescription(child, childKind, place);
    else
      for (const [name, member] of Object.entries(child ?? {}))
        yield* walkDescription(member, childKind, appendKey(place, name));
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { readDescription } from '../../facts/description/read-description.js';
import { classifyReason, type ReasonKind } from '../../facts/description/reasons.js';
import { type Document, getPathFile, listOperations } from '../../lib/description.js';
import { parsePointer, readPointer } from '../../lib/json-pointer.js';
import { operationsByComponent } from './component-operations.js';

/** An element, or a keyword of an element, that the documentation does not state. */
export interface InferredElement {
  /** Where it is in the description, as a JSON pointer. */
  readonly pointer: string;
  /** The path below its part, such as `properties › amount › multipleOf`. */
  readonly place: string;
  readonly reason: string;
  readonly reasonKind: ReasonKind;
}

/** A path, schema, response or link of the description with its inferred elements. */
export interface DescriptionPart {
  readonly name: string;
  /** The path of its file below `openapi/`. */
  readonly file: string;
  /** The operations that use it. */
  readonly operationIds: readonly string[];
  readonly elements: readonly InferredElement[];
}

/** The headings of the kinds of parts, in the order of the page. */
export const KINDS: Readonly<Record<string, string>> = {
  info: 'The API as a whole',
  servers: 'Hosts',
  tags: 'Groups of operations',
  paths: 'Paths, methods and texts of operations',
  securitySchemes: 'Authorization',
  parameters: 'Parameters',
  schemas: 'Schemas',
  responses: 'Responses',
  links: 'Links between operations',
};

/** Lists the parts with inferred elements, by kind. */
export function listInferredParts(document: Document): Map<string, DescriptionPart[]> {
  const operations = operationsByComponent(document);
  const kinds = new Map<string, Map<string, DescriptionPart>>(
    Object.keys(KINDS).map((kind) => [kind, new Map()]),
  );
  for (const { pointer, reason } of readDescription(document).inferred) {
    const { kind, name, place } = locate(pointer);
    const parts = kinds.get(kind);
    if (!parts) throw new Error(`The provenance page has no section for ${pointer}: add its kind to KINDS.`);
    const operationIds =
      kind === 'paths'
        ? listOperationIds(document, name)
        : (operations.get(`#/components/${kind}/${name}`) ?? []);
    const part = parts.get(name) ?? {
      name: readName(document, kind, name),
      file: filePath(kind, name),
      operationIds,
      elements: [],
    };
    const element = { pointer, place, reason, reasonKind: classifyReason(reason) };
    parts.set(name, { ...part, elements: [...part.elements, element] });
  }
  return new Map([...kinds].map(([kind, parts]) => [kind, [...parts.values()]]));
}

/** Lists the inferred elements by their pointers. */
export function listInferredElements(document: Document): Map<string, InferredElement> {
  const elements = [...listInferredParts(document).values()].flat().flatMap((part) => part.elements);
  return new Map(elements.map((element) => [element.pointer, element]));
}

/** Splits a JSON pointer into the kind and name of a part and the place in it. */
function locate(pointer: string): { readonly kind: string; readonly name: string; readonly place: string } {
  const keys = parsePointer(pointer);
  const [kind = '', name = '', ...place] = keys[0] === 'components' ? keys.slice(1) : keys;
  return { kind, name, place: place.join(' › ') };
}

/** Reads the name of a part; servers and tags have numbers in their pointers. */
function readName(document: Document, kind: string, key: string): string {
  if (kind !== 'servers' && kind !== 'tags') return key;
  const part = readPointer(document, `#/${kind}/${key}`) as { readonly url?: string; readonly name?: string };
  return part.url ?? part.name ?? key;
}

function listOperationIds(document: Document, path: string): string[] {
  return listOperations(document).flatMap((one) => (one.path === path ? [one.operationId] : []));
}

function filePath(kind: string, name: string): string {
  if (['info', 'servers', 'tags', 'securitySchemes'].includes(kind)) return 'openapi.yaml';
  return kind === 'paths' ? getPathFile(name) : `${kind}/${name}.yaml`;
}

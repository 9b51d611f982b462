import { readDescription } from '../../facts/description/read-description.js';
import { type Document, listOperations } from '../../lib/description.js';
import { type Grounds, groundsOf } from './sureness.js';
import { usage } from './usage.js';

/** An element, or a keyword of one, that the page does not state. */
export interface InferredElement {
  /** Where it stands below its part, such as `properties › amount › multipleOf`. */
  readonly place: string;
  readonly reason: string;
  readonly grounds: Grounds;
}

/** A path, schema, response or link of the description, with what is inferred of it. */
export interface Part {
  readonly name: string;
  /** The file in the project's folder `openapi/`. */
  readonly file: string;
  /** The operations that it is part of. */
  readonly operationIds: readonly string[];
  readonly elements: readonly InferredElement[];
}

/** The kinds of parts, in the order of the page. */
export const KINDS: Readonly<Record<string, string>> = {
  servers: 'Hosts',
  paths: 'Paths and methods',
  schemas: 'Schemas',
  responses: 'Answers',
  links: 'Links between operations',
};

/** Everything that is inferred, by kind and part. */
export function provenance(document: Document): Map<string, Part[]> {
  const users = usage(document);
  const kinds = new Map<string, Map<string, Part>>(Object.keys(KINDS).map((kind) => [kind, new Map()]));
  for (const { pointer, reason } of readDescription(document).inferred) {
    const { kind, name, place } = locate(pointer);
    const parts = kinds.get(kind);
    if (!parts) throw new Error(`The page of what is inferred has no place for ${pointer}.`);
    const operationIds =
      kind === 'paths' ? operationsAt(document, name) : (users.get(`#/components/${kind}/${name}`) ?? []);
    const part = parts.get(name) ?? { name, file: fileOf(kind, name), operationIds, elements: [] };
    const element = { place, reason, grounds: groundsOf(reason) };
    parts.set(name, { ...part, elements: [...part.elements, element] });
  }
  return new Map([...kinds].map(([kind, parts]) => [kind, [...parts.values()]]));
}

/** Takes a JSON pointer (RFC 6901) apart. */
function locate(pointer: string): { readonly kind: string; readonly name: string; readonly place: string } {
  const steps = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const [kind = '', name = '', ...place] = steps[1] === 'components' ? steps.slice(2) : steps.slice(1);
  return { kind, name, place: place.join(' › ') };
}

function operationsAt(document: Document, path: string): string[] {
  return listOperations(document).flatMap((one) => (one.path === path ? [one.operationId] : []));
}

function fileOf(kind: string, name: string): string {
  if (kind === 'servers') return 'openapi.yaml';
  return `${kind}/${kind === 'paths' ? name.slice(1).replaceAll('/', '_') : name}.yaml`;
}

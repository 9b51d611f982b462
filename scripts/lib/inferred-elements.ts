import type { Document } from './description.js';
import { escapeStep, unescapeStep } from './json-pointer.js';

/** A place in the description, or one keyword there. */
export interface DescriptionPlace {
  /** A JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** Undefined for the whole element. */
  readonly keyword: string | undefined;
}

/** A part of the description that the documentation does not state. */
export interface InferredElement extends DescriptionPlace {
  /** The component that it belongs to, or `paths`, `links`, `servers`. */
  readonly group: string;
  /** Its name within the group. */
  readonly name: string;
  readonly reason: string;
}

type Node = Readonly<Record<string, unknown>>;

interface Mark {
  readonly pointer: string;
  readonly node: Node;
  readonly mark: string | Readonly<Record<string, string>>;
}

const TEXTS = new Set(['summary', 'description']);

/**
 * Lists everything that is marked as inferred and that a response can show, including each method of a path and
 * each property. Marks of texts are left out: no response confirms a sentence.
 */
export function listInferredElements(document: Document): InferredElement[] {
  return [...findMarks(document, '')].flatMap(({ pointer, node, mark }) => {
    const reasons = typeof mark === 'string' ? { '': mark } : mark;
    const shown = Object.entries(reasons).filter(([keyword]) => !TEXTS.has(keyword));
    return shown.flatMap(([keyword, reason]) =>
      expandMark(pointer, node, keyword || undefined).map((place) => ({
        ...place,
        ...nameElement(place),
        reason,
      })),
    );
  });
}

function* findMarks(value: unknown, pointer: string): Generator<Mark> {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  const mark = node['x-inferred'] as Mark['mark'] | undefined;
  if (mark !== undefined) yield { pointer, node, mark };
  for (const [key, member] of Object.entries(node)) yield* findMarks(member, `${pointer}/${escapeStep(key)}`);
}

/**
 * Lists what one mark stands for: on a path its operations, on a schema its properties as well. The servers are
 * alternatives, so the first one stands for the host.
 */
function expandMark(pointer: string, node: Node, keyword: string | undefined): DescriptionPlace[] {
  if (pointer.startsWith('/servers/') && pointer !== '/servers/0') return [];
  const placeBelow = (...steps: string[]) => ({
    pointer: [pointer, ...steps.map(escapeStep)].join('/'),
    keyword: undefined,
  });
  if (pointer.startsWith('/paths/')) {
    const methods = Object.keys(node).filter((key) => Object.hasOwn(Object(node[key]), 'operationId'));
    return methods.map((method) => placeBelow(method));
  }
  const properties = Object.keys(Object(node['properties'])).map((name) => placeBelow('properties', name));
  if (keyword === 'properties' && properties.length > 0) return properties;
  return keyword ? [{ pointer, keyword }] : [placeBelow(), ...properties];
}

function nameElement({ pointer, keyword }: DescriptionPlace): Pick<InferredElement, 'group' | 'name'> {
  const [root = '', first = '', second = '', ...rest] = pointer.slice(1).split('/').map(unescapeStep);
  if (root === 'paths') return { group: root, name: `${second.toUpperCase()} ${first}` };
  if (root === 'servers') return { group: root, name: 'the host' };
  if (first === 'links') return { group: first, name: second };
  const path = rest.filter((step) => step !== 'properties').map((step) => (step === 'items' ? '*' : step));
  return { group: second, name: [path.join('.'), keyword].filter(Boolean).join(' ') || 'as a whole' };
}

import type { Document } from '../lib/description.js';

/** Where the description says something, and by which keyword; undefined where all of an element is meant. */
export interface Site {
  /** A JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly keyword: string | undefined;
}

/** Something that the description says and the documentation does not. */
export interface InferredElement extends Site {
  /** The component that it belongs to, or `paths`, `links`, `servers`. */
  readonly group: string;
  /** What it is called within its group. */
  readonly name: string;
  readonly reason: string;
}

type Node = Readonly<Record<string, unknown>>;

interface Mark {
  readonly pointer: string;
  readonly node: Node;
  readonly mark: string | Readonly<Record<string, string>>;
}

/** Everything that is marked as inferred, with each method of a path and each property by itself. */
export function inferredElements(document: Document): InferredElement[] {
  return [...marksIn(document, '')].flatMap(({ pointer, node, mark }) => {
    const reasons = typeof mark === 'string' ? { '': mark } : mark;
    return Object.entries(reasons).flatMap(([keyword, reason]) =>
      unfold(pointer, node, keyword || undefined).map((site) => ({ ...site, ...labelOf(site), reason })),
    );
  });
}

function* marksIn(value: unknown, pointer: string): Generator<Mark> {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  const mark = node['x-inferred'] as Mark['mark'] | undefined;
  if (mark !== undefined) yield { pointer, node, mark };
  for (const [key, member] of Object.entries(node)) yield* marksIn(member, `${pointer}/${toStep(key)}`);
}

/** What one mark stands for: on a path the operations, on a schema its properties too. */
function unfold(pointer: string, node: Node, keyword: string | undefined): Site[] {
  const site = (...steps: string[]) => ({
    pointer: [pointer, ...steps.map(toStep)].join('/'),
    keyword: undefined,
  });
  if (pointer.startsWith('/paths/')) {
    const methods = Object.keys(node).filter((key) => Object.hasOwn(Object(node[key]), 'operationId'));
    return methods.map((method) => site(method));
  }
  const properties = Object.keys(Object(node['properties'])).map((name) => site('properties', name));
  if (keyword === 'properties' && properties.length > 0) return properties;
  return keyword ? [{ pointer, keyword }] : [site(), ...properties];
}

function labelOf({ pointer, keyword }: Site): Pick<InferredElement, 'group' | 'name'> {
  const [root = '', first = '', second = '', ...rest] = pointer.slice(1).split('/').map(fromStep);
  if (root === 'paths') return { group: root, name: `${second.toUpperCase()} ${first}` };
  if (root === 'servers') return { group: root, name: 'the host' };
  if (first === 'links') return { group: first, name: second };
  const place = rest.filter((step) => step !== 'properties').map((step) => (step === 'items' ? '*' : step));
  return { group: second, name: [place.join('.'), keyword].filter(Boolean).join(' ') || 'as a whole' };
}

/** A key as a step of a pointer. */
export function toStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function fromStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

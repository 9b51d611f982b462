import type { Opened, Place } from '../description/bundled-document.js';
import type { Operations } from '../model/facts.js';
import type { DescriptionSites } from './description-sites.js';

/** Where something is to be done when the description has no place for it at all. */
export const NOWHERE = '#/paths';

/** Names an object in its file, or something inside of it, such as `properties.amount.maximum`. */
export type PathOf = (...keys: readonly string[]) => string;

/** Something to do to one object of the description. */
export interface Edit {
  /** Pointer to the object. */
  readonly object: string;
  /** The element that the object is part of: the one in question, or one above it. */
  readonly owner: string;
  /** Says what to do, in the imperative. */
  readonly text: (path: PathOf) => string;
}

/** What edits are derived from. */
export interface Bearings {
  /** The bundled description. */
  readonly root: Place;
  readonly sites: DescriptionSites;
  /** Pointers to all that carries, or is named by, an `x-inferred`. */
  readonly inferred: ReadonlySet<string>;
  /** What the page states. */
  readonly page: Operations;
  /** What the description states. */
  readonly described: Operations;
}

/** The element that another one is part of: a field of its object, anything else of its operation. */
export function ownerOf(element: string): string {
  const [, container, response] =
    /^(.+)(?:\.[^.]+|\[\]|\(\d+\))$|^(response \w+) header /.exec(element) ?? [];
  return container ?? response ?? 'operation';
}

/** The name of a field, parameter or header, or the status of a response. */
export function nameOf(element: string): string {
  return /[^ .]+$/.exec(element)?.[0] ?? element;
}

/** Whether an element is a field of a body. */
export function isField(element: string): boolean {
  return /^(?:request|response ).*\.[^.]+$/.test(element);
}

/** Pointer to the object that states a keyword of what was opened, or that is to state it. */
export function home({ keywords, pointer }: Opened, keyword: string): string {
  const stated = keywords.get(keyword)?.at(-1);
  return stated ? above(stated.pointer) : pointer;
}

/** The pointer to what holds the object that a pointer leads to. */
export function above(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** Joins the steps of an edit that are due. */
export function steps(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(' and ');
}

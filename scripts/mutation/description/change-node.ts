import { isNode, type Node } from './walk-description.js';

/** A change of an object. */
export interface Change {
  /** Tells changes of one object by one mutator apart. */
  readonly label: string;
  readonly node: Node;
}

/** Returns an object without a key. */
export function omit(node: Node, key: string): Node {
  const { [key]: _omitted, ...rest } = node;
  return rest;
}

/** Returns an object with a key renamed, in its place. */
export function rename(node: Node, key: string, name: string): Node {
  return Object.fromEntries(Object.entries(node).map(([each, value]) => [each === key ? name : each, value]));
}

/** Reads a member that is an object; an empty one when there is none. */
export function readNode(node: Node, key: string): Node {
  const member = node[key];
  return isNode(member) ? member : {};
}

/** Reads a member that is a list; an empty one when there is none. */
export function readList(node: Node, key: string): readonly unknown[] {
  const member = node[key];
  return Array.isArray(member) ? member : [];
}

/** Returns a value of the same type that differs. */
export function vary(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  if (Array.isArray(value)) return value.length > 0 ? value.slice(0, -1) : ['x'];
  if (!isNode(value)) return 'x';
  const [key] = Object.keys(value);
  return key === undefined ? { x: 'x' } : { ...value, [key]: vary(value[key]) };
}

/** Drops each member of a map or list of an object, one at a time. */
export function dropEach(node: Node, key: string): Change[] {
  const list = node[key];
  if (Array.isArray(list)) {
    return list.map((member, index) => ({
      label: `${key} ${typeof member === 'string' ? member : index}`,
      node: { ...node, [key]: list.filter((_, other) => other !== index) },
    }));
  }
  const map = readNode(node, key);
  return Object.keys(map).map((name) => ({
    label: `${key} ${name}`,
    node: { ...node, [key]: omit(map, name) },
  }));
}

/** Drops a key of an object, if it has it. */
export function dropKey(node: Node, key: string): Change[] {
  return key in node ? [{ label: key, node: omit(node, key) }] : [];
}

/** Sets a key of an object. */
export function setKey(node: Node, key: string, value: unknown): Change {
  return { label: key, node: { ...node, [key]: value } };
}

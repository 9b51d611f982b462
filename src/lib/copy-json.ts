import { configError } from '../errors.js';

/** How deeply data can be nested. Only a cycle is deeper. */
const MAX_DEPTH = 50;

/**
 * Copies a value as `JSON.stringify` would send it, and refuses what JSON would lose or change in silence: a
 * capture that loses its amount captures everything. Getters and `toJSON` are called once.
 *
 * A class instance is data if it has fields, and its class has only methods: JSON ignores all else in a class.
 *
 * @returns Data of which `JSON.stringify` loses nothing. It has no members that are undefined.
 * @throws LddPayError of kind `config` that names the field, also where reading the field throws.
 */
export function copyJson(name: string, value: unknown): unknown {
  const position = { path: name };
  try {
    return copy(value, '', name, position, 0);
  } catch {
    // Without the cause: what a getter throws can quote what must not be printed.
    throw configError(`\`${position.path}\` cannot be sent as JSON.`);
  }
}

/** Copies an object as {@link copyJson} does, and refuses every other value. */
export function copyJsonObject(name: string, value: unknown): Record<string, unknown> {
  const fields = copyJson(name, value);
  if (typeof fields === 'object' && fields && !Array.isArray(fields))
    return fields as Record<string, unknown>;
  throw configError(`\`${name}\` must be an object.`);
}

/** @param position Holds the path of what is read at the moment, for the error. */
function copy(given: unknown, key: string, path: string, position: { path: string }, depth: number): unknown {
  if (isScalar(given)) return given;
  position.path = path;
  // A Buffer has a `toJSON`, which no API expects.
  if (typeof given !== 'object' || ArrayBuffer.isView(given) || depth > MAX_DEPTH) throw position;
  const { toJSON: toJson } = given as { readonly toJSON?: unknown };
  const value: unknown = typeof toJson === 'function' ? toJson.call(given, key) : given;
  // Null is what `toJSON` of an invalid date returns.
  if (typeof value !== 'object' || value === null) {
    if (value !== null && isScalar(value)) return value;
    throw position;
  }
  const child = depth === 0 ? '' : `${path}.`;
  if (Array.isArray(value)) {
    return Array.from(value, (item, index) => copy(item, `${index}`, `${child}*`, position, depth + 1));
  }
  if (!isRecord(value)) throw position;
  const members: Record<string, unknown> = { ...value };
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (member === undefined) delete members[name];
    else if (!isScalar(member)) members[name] = copy(member, name, child + name, position, depth + 1);
  }
  return members;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || value === null || typeof value === 'boolean' || Number.isFinite(value);
}

/** Whether all data of an object is in its own properties, as far as can be seen: a Map shows none of it. */
function isRecord(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return isBase(prototype) || (Object.keys(value).length > 0 && hasOnlyMethods(prototype));
}

function hasOnlyMethods(prototype: object): boolean {
  if (isBase(prototype)) return true;
  const properties = Object.values(Object.getOwnPropertyDescriptors(prototype));
  const areMethods = properties.every(({ value }) => typeof value === 'function');
  return areMethods && hasOnlyMethods(Object.getPrototypeOf(prototype));
}

/** Whether a prototype is that of plain objects, in any realm. */
function isBase(prototype: object | null): boolean {
  return prototype === null || Object.hasOwn(prototype, 'isPrototypeOf');
}

import { isLddPayError } from '../errors.js';
import { mustBe } from './checks.js';

/** What a field must be so that `JSON.stringify` sees it. */
const VISIBLE = 'an enumerable property';

/** Newer platforms have objects that mean something only to their own `JSON.stringify`. */
interface RawJson {
  readonly isRawJSON?: (value: unknown) => boolean;
}

/**
 * Copies a value as `JSON.stringify` sends it, and refuses what JSON would lose or change in silence: a capture
 * that loses its amount captures everything. Getters and `toJSON` are called once.
 *
 * @param name Names the value in errors.
 * @param key What `toJSON` gets: the name of the field, the index in a list, or an empty string for all of a body.
 * @param rule What the value must be, in the message of any other one.
 * @param memberRule The same for what it contains.
 * @returns Data of which `JSON.stringify` loses nothing. It has no members that are undefined.
 * @throws LddPayError of kind `config` that names the field, also where reading the field throws.
 */
export function copyJson(
  name: string,
  value: unknown,
  key = '',
  rule = 'JSON data',
  memberRule = rule,
): unknown {
  if (isScalar(value)) return value;
  const refusal = () => mustBe(name, rule);
  const copyMember = (field: string, member: unknown, index = field) =>
    copyJson(field, member, index, memberRule);
  try {
    const given = value as { toJSON?(key: string): unknown };
    // A Buffer has a `toJSON`, which no API expects.
    const data = given.toJSON && !ArrayBuffer.isView(given) ? given.toJSON(key) : given;
    // By index, as `JSON.stringify` reads it: an array can have an iterator of its own.
    if (Array.isArray(data))
      return Array.from({ length: data.length }, (_, index) => copyMember(name, data[index], `${index}`));
    // Null is what `toJSON` of an invalid date returns.
    if (data !== null && isScalar(data)) return data;
    if (!isRecord(data) || (JSON as RawJson).isRawJSON?.(data)) throw refusal();
    // Before getters run, which can add fields.
    const names = Object.getOwnPropertyNames(data);
    const members = { ...data };
    for (const field of names) {
      // Libraries hide what is theirs behind names such as `__ob__` and `$state`.
      if (!Object.hasOwn(members, field)) {
        const { get, value: hidden } = Object.getOwnPropertyDescriptor(data, field) ?? {};
        if (field >= 'a' && (get || !['function', 'undefined'].includes(typeof hidden)))
          throw mustBe(field, VISIBLE);
      } else if (members[field] === undefined) delete members[field];
      else members[field] = copyMember(field, members[field]);
    }
    return members;
  } catch (error) {
    // Without the cause: what a getter throws can quote what must not be printed.
    throw isLddPayError(error) ? error : refusal();
  }
}

/**
 * Copies an object as {@link copyJson} does, and refuses every other value.
 *
 * @param memberRule What its members must be, in the message of any other one, where they are not sent as JSON.
 */
export function copyJsonObject(name: string, value: unknown, memberRule?: string): Record<string, unknown> {
  const fields = copyJson(name, value, '', memberRule && 'an object', memberRule);
  if (Object(fields) === fields && !Array.isArray(fields)) return fields as Record<string, unknown>;
  throw mustBe(name, 'an object');
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/**
 * Whether JSON shows all data of an object, as far as can be seen. A class instance is data if it has fields, and
 * its class has only methods.
 *
 * @throws LddPayError that names a getter of its class.
 */
function isRecord(data: unknown, prototype = Object.getPrototypeOf(data)): data is Record<string, unknown> {
  // The prototype of plain objects, in any realm.
  if (!prototype || Object.hasOwn(prototype, 'isPrototypeOf')) return true;
  const properties = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  return (
    Object.keys(data as object).length > 0 &&
    properties.every(([field, { get, value }]) => {
      // Classes of the platform have getters that are no fields, such as `size`.
      if (get && !(Symbol.toStringTag in prototype)) throw mustBe(field, VISIBLE);
      return typeof value === 'function';
    }) &&
    isRecord(data, Object.getPrototypeOf(prototype))
  );
}

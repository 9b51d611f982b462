import { compileValidator, document } from '../../../contract/src/conformance/description.js';
import { resolve, type Schema } from '../../../scripts/lib/description.js';

const VOLATILE: readonly (readonly [form: RegExp, name: string])[] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'time'],
  [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'uuid'],
];

/** Identifiers, also within URLs. */
const IDENTIFIER = /\b(pay|act|src|sid)_\w{26}\b/g;

/** Members that any server fills in its own way: a token, words for developers, and two URLs that lead anywhere. */
const OPAQUE: readonly string[] = ['access_token', 'error_description', 'redirect', 'next'];

/**
 * Replaces what differs from run to run: times, tokens, cursors and identifiers. Equal identifiers stay equal: they
 * are numbered in the order in which they are found.
 */
export function maskVolatile(value: unknown): unknown {
  const numbers = new Map<string, string>();
  const number = (id: string, prefix: string) => {
    if (!numbers.has(id)) numbers.set(id, `${prefix}_${numbers.size + 1}`);
    return numbers.get(id) as string;
  };
  const mask = (one: unknown, name = ''): unknown => {
    if (typeof one === 'string') {
      if (OPAQUE.includes(name)) return name;
      const [, masked] = VOLATILE.find(([form]) => form.test(one)) ?? [];
      return masked ?? one.replace(IDENTIFIER, number);
    }
    if (Array.isArray(one)) return one.map((item) => mask(item));
    if (typeof one !== 'object' || one === null) return one;
    // Sorted, so that identifiers are found in the same order.
    const members = Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      members.map(([key, member]) => [key, mask(member, key === 'href' ? name : key)]),
    );
  };
  return mask(value);
}

/**
 * Leaves out the members that the description does not have, which responses may contain. An object of which no
 * member is described is kept as it is.
 */
export function keepDocumented(schema: Schema, value: unknown): unknown {
  const applied = listApplied(schema, value);
  if (Array.isArray(value)) {
    const [items] = applied.flatMap((one) => one['items'] ?? []) as Schema[];
    return items ? value.map((item) => keepDocumented(items, item)) : value;
  }
  const properties: Readonly<Record<string, Schema>> = Object.assign(
    {},
    ...applied.map((one) => one['properties'] ?? {}),
  );
  if (typeof value !== 'object' || value === null || Object.keys(properties).length === 0) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const property = properties[name];
      return property ? [[name, keepDocumented(property, member)]] : [];
    }),
  );
}

/** Lists the schemas that apply to a value: itself, the one that it refers to, and the alternatives that match. */
function listApplied(schema: Schema, value: unknown): Schema[] {
  const { $ref, allOf = [], anyOf = [] } = schema as Schema & { allOf?: Schema[]; anyOf?: Schema[] };
  return [
    schema,
    ...($ref === undefined ? [] : listApplied(resolve<Schema>(document, { $ref }), value)),
    ...allOf.flatMap((one) => listApplied(one, value)),
    ...anyOf.filter((one) => compileValidator(one)(value)).flatMap((one) => listApplied(one, value)),
  ];
}

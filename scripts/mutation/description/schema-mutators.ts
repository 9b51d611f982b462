import { type Change, dropEach, dropKey, readList, readNode, setKey, vary } from './change-node.js';
import { isNode, type Node } from './walk-description.js';

const OTHER_TYPES: Readonly<Record<string, string>> = {
  string: 'integer',
  integer: 'string',
  number: 'string',
  boolean: 'string',
  array: 'object',
  object: 'array',
};

const LIMITS = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties'],
];

/** Limits that must not be negative, or not 0. */
const LEAST: Readonly<Record<string, number>> = { multipleOf: 1, minimum: -Infinity, maximum: -Infinity };

const NULL = { type: 'null' };

const isNull = (schema: unknown) => isNode(schema) && schema['type'] === 'null';

function moveLimits(node: Node, by: 1 | -1): Change[] {
  return LIMITS.flatMap((limit) => {
    const value = node[limit];
    if (typeof value !== 'number' || value + by < (LEAST[limit] ?? 0)) return [];
    return [setKey(node, limit, value + by)];
  });
}

/** Changes of a schema object, by the names of the mutators. */
export const SCHEMA_MUTATORS: Readonly<Record<string, (node: Node) => Change[]>> = {
  'drop-required': (node) => dropEach(node, 'required'),

  'add-required': (node) => {
    const required = readList(node, 'required');
    const name = Object.keys(readNode(node, 'properties')).find((name) => !required.includes(name));
    return name === undefined ? [] : [{ ...setKey(node, 'required', [...required, name]), label: name }];
  },

  'narrow-enum': (node) => (readList(node, 'enum').length > 1 ? dropEach(node, 'enum') : []),

  'widen-enum': (node) =>
    'enum' in node ? [setKey(node, 'enum', [...readList(node, 'enum'), 'Another'])] : [],

  'change-const': (node) => ('const' in node ? [setKey(node, 'const', vary(node['const']))] : []),

  'change-type': (node) => {
    const { type } = node;
    const swap = (one: unknown) => OTHER_TYPES[String(one)] ?? one;
    if (isNull(node) || type === undefined) return [];
    if (!Array.isArray(type)) return [setKey(node, 'type', swap(type))];
    const swapped = type.map(swap);
    // Types that are swapped for each other are still the same types.
    const isSame = swapped.every((one) => type.includes(one));
    return [setKey(node, 'type', isSame ? type[0] : swapped)];
  },

  'toggle-null': (node) => {
    const { type } = node;
    const alternatives = readList(node, 'anyOf');
    if (alternatives.some(isNull))
      return [
        setKey(
          node,
          'anyOf',
          alternatives.filter((one) => !isNull(one)),
        ),
      ];
    if (Array.isArray(type)) {
      const others = type.filter((one) => one !== 'null');
      return others.length < type.length
        ? [setKey(node, 'type', others.length === 1 ? others[0] : others)]
        : [setKey(node, 'type', [...type, 'null'])];
    }
    if (typeof type !== 'string' || type === 'null') return [];
    // An enum allows null only where it lists it.
    const nullable = 'enum' in node ? { ...node, enum: [...readList(node, 'enum'), null] } : node;
    return [setKey(nullable, 'type', [type, 'null'])];
  },

  'drop-pattern': (node) => dropKey(node, 'pattern'),

  'loosen-pattern': (node) => {
    const { pattern } = node;
    return typeof pattern === 'string' && pattern.endsWith('$')
      ? [setKey(node, 'pattern', pattern.slice(0, -1))]
      : [];
  },

  'raise-limit': (node) => moveLimits(node, 1),
  'lower-limit': (node) => moveLimits(node, -1),
  'drop-limit': (node) => LIMITS.flatMap((limit) => dropKey(node, limit)),

  'drop-format': (node) => dropKey(node, 'format'),

  'change-format': (node) =>
    'format' in node ? [setKey(node, 'format', node['format'] === 'date-time' ? 'date' : 'date-time')] : [],

  'drop-default': (node) => dropKey(node, 'default'),
  'change-default': (node) => ('default' in node ? [setKey(node, 'default', vary(node['default']))] : []),

  'close-schema': (node) =>
    'properties' in node || node['type'] === 'object' ? [setKey(node, 'additionalProperties', false)] : [],

  'drop-property': (node) => dropEach(node, 'properties'),

  'drop-alternative': (node) =>
    ['allOf', 'anyOf', 'oneOf'].flatMap((key) => {
      const members = readList(node, key);
      // Without null, an alternative to it is another mutant.
      return members.length > 1 ? dropEach(node, key).filter((_, index) => !isNull(members[index])) : [];
    }),

  'add-alternative': (node) =>
    ['anyOf', 'oneOf'].flatMap((key) =>
      key in node && !readList(node, key).some(isNull)
        ? [setKey(node, key, [...readList(node, key), NULL])]
        : [],
    ),

  'drop-items': (node) => dropKey(node, 'items'),
};

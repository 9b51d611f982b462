import { describe, expect, it } from 'vitest';
import { compileValidator, document, operations } from '../../contract/src/conformance/description.js';
import { jsonOf, type Operation, type Schema } from '../../scripts/lib/description.js';
import {
  AMOUNTS,
  EXAMPLES,
  FIELDS,
  LINKS,
  OPEN,
  OPERATIONS,
  SECRETS,
  SERVERS,
  SMALLEST,
} from './testing/decisions.js';
import { documentedLinks } from './testing/documented-links.js';

const schemas = Object.entries(document.components.schemas);

const properties = (schema: Schema) => (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;

/** The keywords that a mark names; all of them where it covers the whole element. */
function inferredKeywords(schema: Schema): readonly string[] | 'all' {
  const mark = schema['x-inferred'] ?? {};
  return typeof mark === 'string' ? 'all' : Object.keys(mark as object);
}

/** Lists the fields of a schema of which something is inferred besides their text. */
function inferredFields(schema: Schema): string[] {
  const keywords = inferredKeywords(schema);
  const all = keywords === 'all' || keywords.includes('properties');
  return Object.entries(properties(schema))
    .filter(([, field]) => {
      const own = inferredKeywords(field);
      return all || own === 'all' || own.some((keyword) => keyword !== 'description');
    })
    .map(([name]) => name);
}

describe('what the page does not state', () => {
  it('is decided, field by field', () => {
    const found = schemas.flatMap(([name, schema]) =>
      inferredFields(schema).map((field) => `${name}.${field}`),
    );
    const decided = Object.entries(FIELDS).flatMap(([name, fields]) =>
      Object.keys(fields).map((field) => `${name}.${field}`),
    );
    expect(decided.sort()).toEqual(found.sort());
    expect(found.length).toBeGreaterThan(150);
  });

  it.each(Object.entries(FIELDS))('has the values that were decided: %s', (name, fields) => {
    const described = properties(document.components.schemas[name] ?? expect.unreachable());
    const wrong = Object.entries(fields).flatMap(([field, { accepts, refuses }]) => {
      const schema = described[field] ?? expect.unreachable();
      const isValid = compileValidator(schema);
      const listed = (schema['enum'] ?? []) as readonly unknown[];
      return [
        ...listed.filter((value) => !accepts.includes(value)).map((value) => `${field} lists ${show(value)}`),
        ...accepts.filter((value) => !isValid(value)).map((value) => `${field} refuses ${show(value)}`),
        ...refuses.filter((value) => isValid(value)).map((value) => `${field} accepts ${show(value)}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('has the examples that were decided', () => {
    const ofFields = schemas.flatMap(([name, schema]) =>
      Object.entries(properties(schema)).map(([field, one]) => [`${name}.${field}`, readExample(one)]),
    );
    const { parameters, headers } = document.components as unknown as Record<string, Record<string, Schema>>;
    const ofOthers = Object.entries({ parameters, headers }).flatMap(([group, components]) =>
      Object.entries(components ?? {}).map(([name, one]) => [
        `${group}/${name}`,
        one['example'] ?? readExample(one['schema'] as Schema),
      ]),
    );
    const found = [...ofFields, ...ofOthers].filter(([, example]) => example !== undefined);
    const decided = Object.entries(FIELDS).flatMap(([name, fields]) =>
      Object.entries(fields).flatMap(([field, { example }]) =>
        example === undefined ? [] : [[`${name}.${field}`, example]],
      ),
    );
    expect(Object.fromEntries(found)).toEqual({ ...EXAMPLES, ...Object.fromEntries(decided) });
  });
});

describe('an inferred object', () => {
  const inferred = schemas.filter(([, schema]) => {
    const keywords = inferredKeywords(schema);
    return keywords === 'all' || keywords.includes('properties') || keywords.includes('required');
  });

  it.each(inferred)('is an object, and requires what was decided: %s', (name, schema) => {
    const isValid = compileValidator(schema);
    const smallest = SMALLEST[name] ?? {};
    const members = Object.entries(smallest);
    const smaller = members.map(([left]) => Object.fromEntries(members.filter(([name]) => name !== left)));
    expect([smallest, { ...smallest, other: 1 }].filter((value) => !isValid(value))).toEqual([]);
    expect([null, [], 'text', 1, ...smaller].filter((value) => isValid(value))).toEqual([]);
  });

  it('has room for more fields where that was decided', () => {
    const open = schemas.filter(([, schema]) => schema['additionalProperties'] === true);
    expect(open.map(([name]) => name).sort()).toEqual(OPEN);
  });
});

describe('the extensions', () => {
  it('mark the secrets that were decided', () => {
    const secrets = schemas.flatMap(([name, schema]) =>
      Object.entries(properties(schema))
        .filter(([, field]) => field['x-secret'])
        .map(([field]) => `${name}.${field}`),
    );
    expect(secrets.sort()).toEqual(SECRETS);
  });

  it('mark the amounts that were decided, with their units', () => {
    const amounts = schemas.flatMap(([name, schema]) =>
      Object.entries(properties(schema)).flatMap(([field, { 'x-amount': unit }]) =>
        unit ? [[`${name}.${field}`, unit]] : [],
      ),
    );
    expect(Object.fromEntries(amounts)).toEqual(AMOUNTS);
  });

  it('say of each operation what was decided', () => {
    const summarize = (operation: Operation) => ({
      request: `${operation.method.toUpperCase()} ${operation.path}`,
      body: jsonOf(operation.requestBody)
        ? operation.requestBody?.required
          ? 'required'
          : 'optional'
        : 'none',
      tag: String(Object(operation).tags),
      ...Object.fromEntries(
        Object.entries(operation).filter(([key]) => key.startsWith('x-') && key !== 'x-inferred'),
      ),
    });
    const found = Object.fromEntries(operations.map((one) => [one.operationId, summarize(one)]));
    expect(found).toEqual(OPERATIONS);
  });
});

it('the links are those that were decided', () => {
  const found: Record<string, string[]> = {};
  for (const { name } of documentedLinks) {
    const [, response = '', relation = ''] = /^(.*) (\w+)$/.exec(name) ?? [];
    found[response] = [...(found[response] ?? []), relation];
  }
  const decided = Object.entries(LINKS).map(([response, names]) => [response, names.split(' ').sort()]);
  const sorted = Object.entries(found).map(([response, names]) => [response, names.sort()]);
  expect(Object.fromEntries(sorted)).toEqual(Object.fromEntries(decided));
});

it('the servers are those that were decided', () => {
  const servers = Object(document).servers as { url: string; variables?: { baseUrl: { default: string } } }[];
  expect(servers.map(({ url }) => url)).toEqual(SERVERS);
  expect(servers.map(({ variables }) => variables?.baseUrl.default)).toEqual([undefined, SERVERS[0]]);
});

/** The one example of a field. */
function readExample({ examples = [] }: Schema): unknown {
  return examples.length > 1 ? examples : examples[0];
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 90 ? `${text.slice(0, 20)}… (${String(value).length} characters)` : text;
}

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Document } from '../../lib/description.js';
import { parsePointer, readPointer } from '../../lib/json-pointer.js';
import { locate } from './locate.js';

/** Keywords with values of the API, which can be null, where they are no names of properties. */
const DATA = /^(?:const|default|enum|examples?|value|x-.*)$/;

/** A value of the bundle, with the keys that lead to it. */
interface Node {
  readonly keys: readonly string[];
  readonly value: unknown;
}

/** Finds what has a name and no value in YAML. */
export function* findEmpty(document: Document): Generator<string> {
  for (const { keys, value } of walk(document)) if (value === null) yield `${locate(keys)} is empty`;
}

/** Finds references to nothing. The bundler leaves those as they are that stand where OpenAPI has none. */
export function* findDangling(document: Document): Generator<string> {
  for (const { keys, value } of walk(document)) {
    if (keys.at(-1) !== '$ref' || typeof value !== 'string') continue;
    if (value.startsWith('#') && readPointer(document, value) !== undefined) continue;
    yield `${locate(keys)} leads to nothing: ${value} (is a key above it misspelt?)`;
  }
}

/** Finds values that keywords of schemas cannot have, such as an unknown type or a wrong pattern. */
export function* findInvalidSchemas(document: Document): Generator<string> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const { keys, value } of walk(document)) {
    if (keys.at(-1) === 'pattern' && typeof value === 'string' && !isPattern(value))
      yield `${locate(keys)} cannot be ${JSON.stringify(value)}, which is no regular expression`;
    if (!isSchema(keys) || ajv.validateSchema(value as object) === true) continue;
    const places = new Set(ajv.errors?.map(({ instancePath }) => instancePath));
    for (const place of places) {
      // The keyword has an error too when a part of its value has one.
      if ([...places].some((other) => other.startsWith(`${place}/`))) continue;
      const wrong = JSON.stringify(readPointer(value, place));
      yield `${locate([...keys, ...parsePointer(place)])} cannot be ${wrong}`;
    }
  }
}

/** The schema of schemas, as Ajv reads it, lets every text be a pattern. */
function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Whether keys lead to a schema that is in no other. */
function isSchema(keys: readonly string[]): boolean {
  const [group, kind] = keys;
  const isComponent = group === 'components' && kind === 'schemas';
  return isComponent ? keys.length === 3 : keys.at(-1) === 'schema';
}

function* walk(value: unknown, keys: readonly string[] = [], holdsNames = false): Generator<Node> {
  yield { keys, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (!holdsNames && DATA.test(key)) continue;
    yield* walk(child, [...keys, key], !holdsNames && key === 'properties');
  }
}

import { describe, expect, it } from 'vitest';
import { type Document, type Parameter, resolve } from '../../lib/description.js';
import { appendKey, parsePointer } from '../../lib/json-pointer.js';
import { readDescription } from '../description/read-description.js';
import { type Constraint, type Fact, type Facts, isObject } from '../model/facts.js';
import { readFacts } from '../model/facts-file.js';
import { readBundle } from '../testing/read-bundle.js';
import { checkFacts, findMismatches } from './check-facts.js';

const facts = await readFacts();
const bundle = (await readBundle()) as Document;

const EXHAUSTIVE = 120_000;

it('finds no mismatch between the committed facts and the description', () => {
  const check = checkFacts(facts, bundle);
  expect(check.lines).toEqual([]);
  expect(check.operations).toBe(12);
  expect(check.facts).toBeGreaterThan(0);
});

it('names the element, the difference and the pointer of each mismatch', () => {
  const stated = { request: { content: 'text/plain' }, 'path id': {}, operation: {} };
  const one = { source: facts.source, operations: { buy: stated }, texts: {}, terms: {} };
  const schema = { type: 'object', properties: { a: { type: 'string' } } };
  const post = { operationId: 'buy', requestBody: { content: { 'text/plain': { schema } } }, 'x-beta': true };
  expect(checkFacts(one, { paths: { '/buy': { 'x-inferred': 'guessed', post } } }).lines).toEqual([
    'buy  path id: on the page, but not in the description  (#/paths/~1buy/post)',
    'buy  request.a: not on the page: mark it with x-inferred or remove it' +
      '  (#/paths/~1buy/post/requestBody/content/text~1plain/schema/properties/a)',
    'buy  operation  beta: the page states nothing, the description true' +
      ': mark it with x-inferred or remove it  (#/paths/~1buy/post)',
  ]);
});

describe('every committed fact', () => {
  const description = readDescription(bundle);
  const elements = Object.entries(facts.operations).flatMap(([operation, all]) =>
    Object.entries(all).map(([element, fact]) => ({ operation, element, fact })),
  );

  it('is reported by name if it is absent', { timeout: EXHAUSTIVE }, () => {
    for (const { operation, element } of elements) expectOnly(operation, element, undefined);
  });

  it('is reported by name if a keyword has another value or is absent', { timeout: EXHAUSTIVE }, () => {
    for (const { operation, element, fact } of elements) {
      for (const [keyword, value] of Object.entries(fact)) {
        // How the page spells a title is no fact of the description.
        if (keyword === 'spelling') continue;
        expectOnly(operation, element, { ...fact, [keyword]: changeValue(value) });
        // A bearer format that the page states with one operation applies to all operations.
        if (keyword === 'bearerFormat') continue;
        const { [keyword]: _dropped, ...others } = fact;
        expectOnly(operation, element, others);
      }
    }
  });

  function expectOnly(operation: string, element: string, fact: Fact | undefined): void {
    const { [element]: _old, ...others } = facts.operations[operation] ?? {};
    const changed = fact ? { ...others, [element]: fact } : others;
    const altered: Facts = { ...facts, operations: { ...facts.operations, [operation]: changed } };
    const reported = findMismatches(altered, description).map(
      (mismatch) => `${mismatch.operation} ${mismatch.element}`,
    );
    expect([...new Set(reported)], `${operation} ${element}`).toEqual([`${operation} ${element}`]);
  }
});

describe('every documented part of the description', () => {
  const documented = findDocumentedParts(bundle);

  it('is reported if it is deleted', { timeout: EXHAUSTIVE }, () => {
    expect(documented.parts.size).toBeGreaterThan(100);
    for (const [pointer, name] of documented.parts) {
      const lines = linesAfter(pointer, (parent, key) => {
        if (Array.isArray(parent)) parent.splice(Number(key), 1);
        else delete parent[key];
      });
      expect(
        lines.some((line) => line.includes(name)),
        pointer,
      ).toBe(true);
    }
  });

  it('is reported if an object gets an unmarked property', { timeout: EXHAUSTIVE }, () => {
    expect(documented.objects.size).toBeGreaterThan(20);
    for (const pointer of documented.objects) {
      const lines = linesAfter(`${pointer}/properties`, (parent) => {
        parent['properties'] = {
          ...(isObject(parent['properties']) && parent['properties']),
          undocumented: {},
        };
      });
      expect(
        lines.some((line) => line.includes('.undocumented: not on the page')),
        pointer,
      ).toBe(true);
    }
  });

  function linesAfter(
    pointer: string,
    change: (parent: Record<string, unknown>, key: string) => void,
  ): readonly string[] {
    return checkFacts(facts, edit(bundle, parsePointer(pointer))).lines;

    /** Changes a copy. Everything beside the path remains shared, which is faster than to copy it. */
    function edit(value: unknown, [key = '', ...below]: readonly string[]): Record<string, unknown> {
      const copy = Array.isArray(value) ? [...value] : { ...Object(value) };
      if (below.length === 0) change(copy, key);
      else copy[key] = edit(copy[key], below);
      return copy;
    }
  }
});

function changeValue(value: Constraint): Constraint {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? value.slice(1) : 'x';
}

/** Walks the JSON of all operations, through `$ref`s and without everything marked as inferred. */
function findDocumentedParts(document: Document): { parts: Map<string, string>; objects: Set<string> } {
  const parts = new Map<string, string>();
  const objects = new Set<string>();
  const seen = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    const { 'x-inferred': _reason, ...rest } = item as Readonly<Record<string, unknown>>;
    walk(rest, appendKey('#/paths', path), []);
  }
  return { parts, objects };

  /** Returns false if the value is inferred. */
  function walk(value: unknown, pointer: string, hidden: readonly string[]): boolean {
    if (!isObject(value)) {
      if (Array.isArray(value))
        for (const [index, item] of value.entries()) walk(item, `${pointer}/${index}`, []);
      return true;
    }
    const { 'x-inferred': mark, $ref } = value;
    if (typeof mark === 'string') return false;
    const left = [
      ...hidden,
      ...Object.keys(mark ?? {}),
      'x-inferred',
      'examples',
      'example',
      'links',
      'security',
    ];
    if (typeof $ref === 'string' && !walk(resolve<object>(document, { $ref }), $ref, left)) return false;
    const visit = `${pointer} ${left.join()}`;
    if (seen.has(visit)) return true;
    seen.add(visit);

    if ([value['type']].flat().includes('object') && !left.includes('properties')) objects.add(pointer);
    for (const [key, child] of Object.entries(value)) {
      if (left.includes(key)) continue;
      const below = appendKey(pointer, key);
      const named =
        key === 'parameters' || (isObject(child) && ['properties', 'responses', 'headers'].includes(key));
      if (!named) {
        walk(child, below, []);
        continue;
      }
      for (const [name, part] of Object.entries(child ?? {})) {
        const place = appendKey(below, name);
        if (walk(part, place, []))
          parts.set(place, key === 'parameters' ? resolve<Parameter>(document, part).name : name);
      }
    }
    return true;
  }
}

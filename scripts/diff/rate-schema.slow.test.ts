import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Schema } from '../lib/description.js';
import { greatestImpact, type RatedChange } from './impact.js';
import { listChanges } from './list-changes.js';

const bundled = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8');

const text = { type: 'string' };
const fields = { type: 'object', properties: { a: text, b: text, c: text } };
const patterns = { '^a': text };
const otherPatterns = { '^b': text };
const closed = { type: 'object', additionalProperties: false };
const choice = [{ type: 'string' }, { type: 'integer' }];

/** A change of a field, with its impact where the field is sent and where it is received. */
const cases: readonly [name: string, before: Schema, after: Schema, request: string, response: string][] = [
  // What means the same
  ['enum in another order', { enum: ['a', 'b'] }, { enum: ['b', 'a'] }, 'none', 'none'],
  ['types in another order', { type: ['string', 'null'] }, { type: ['null', 'string'] }, 'none', 'none'],
  ['a type as a list', text, { type: ['string'] }, 'none', 'none'],
  [
    'required in another order',
    { ...fields, required: ['a', 'b'] },
    { ...fields, required: ['b', 'a'] },
    'none',
    'none',
  ],
  ['a minimum length of 0', text, { ...text, minLength: 0 }, 'none', 'none'],
  ['readOnly: false', text, { ...text, readOnly: false }, 'none', 'none'],
  ['const as an enum', { ...text, const: 'a' }, { ...text, enum: ['a'] }, 'patch', 'patch'],
  [
    'dependentRequired in another order',
    { ...fields, dependentRequired: { a: ['b', 'c'] } },
    { ...fields, dependentRequired: { a: ['c', 'b'] } },
    'patch',
    'patch',
  ],
  // More values
  ['an enum that is gone', { ...text, enum: ['a'] }, text, 'minor', 'major'],
  ['a const that is gone', { ...text, const: 'a' }, text, 'minor', 'major'],
  [
    'an enum with more values than the const',
    { ...text, const: 'a' },
    { ...text, enum: ['a', 'b'] },
    'minor',
    'major',
  ],
  ['a type that gains null', text, { type: ['string', 'null'] }, 'minor', 'major'],
  ['an integer that becomes any number', { type: 'integer' }, { type: 'number' }, 'minor', 'major'],
  ['a raised limit', { ...text, maxLength: 2 }, { ...text, maxLength: 5 }, 'minor', 'major'],
  ['a pattern that is gone', { ...text, pattern: '^a' }, text, 'minor', 'major'],
  ['multipleOf that is gone', { type: 'number', multipleOf: 10 }, { type: 'number' }, 'minor', 'major'],
  [
    'a divisor of multipleOf',
    { type: 'number', multipleOf: 10 },
    { type: 'number', multipleOf: 1 },
    'minor',
    'major',
  ],
  [
    'fields that are no longer refused',
    { type: 'object', additionalProperties: false },
    { type: 'object' },
    'minor',
    'major',
  ],
  ['not that is gone', { ...text, not: { const: 'a' } }, text, 'minor', 'major'],
  ['oneOf that becomes anyOf', { oneOf: choice }, { anyOf: choice }, 'minor', 'major'],
  ['a field that becomes optional', { ...fields, required: ['a'] }, fields, 'minor', 'major'],
  [
    'dependentRequired that is gone',
    { ...fields, dependentRequired: { a: ['b'] } },
    fields,
    'minor',
    'major',
  ],
  [
    'fewer names in dependentRequired',
    { ...fields, dependentRequired: { a: ['b', 'c'] } },
    { ...fields, dependentRequired: { a: ['b'] } },
    'minor',
    'major',
  ],
  [
    'a pattern of fields that is gone',
    { ...fields, patternProperties: { ...patterns, ...otherPatterns } },
    { ...fields, patternProperties: patterns },
    'minor',
    'major',
  ],
  ['patternProperties that are gone', { ...fields, patternProperties: patterns }, fields, 'minor', 'major'],
  [
    'patternProperties of a closed object',
    closed,
    { ...closed, patternProperties: patterns },
    'minor',
    'major',
  ],
  [
    'one more pattern of a closed object',
    { ...closed, patternProperties: patterns },
    { ...closed, patternProperties: { ...patterns, ...otherPatterns } },
    'minor',
    'major',
  ],
  // Fewer values
  ['an enum that becomes a const', { ...text, enum: ['a', 'b'] }, { ...text, const: 'a' }, 'major', 'patch'],
  ['another const', { ...text, const: 'a' }, { ...text, const: 'b' }, 'major', 'major'],
  [
    'a multiple of multipleOf',
    { type: 'number', multipleOf: 1 },
    { type: 'number', multipleOf: 10 },
    'major',
    'patch',
  ],
  ['anyOf that becomes oneOf', { anyOf: choice }, { oneOf: choice }, 'major', 'patch'],
  ['a field that becomes required', fields, { ...fields, required: ['a'] }, 'major', 'minor'],
  [
    'more names in dependentRequired',
    { ...fields, dependentRequired: { a: ['b'] } },
    { ...fields, dependentRequired: { a: ['b', 'c'] } },
    'major',
    'minor',
  ],
  ['patternProperties', fields, { ...fields, patternProperties: patterns }, 'major', 'minor'],
  [
    'one more pattern of fields',
    { ...fields, patternProperties: patterns },
    { ...fields, patternProperties: { ...patterns, ...otherPatterns } },
    'major',
    'minor',
  ],
  [
    'a pattern of a closed object that is gone',
    { ...closed, patternProperties: { ...patterns, ...otherPatterns } },
    { ...closed, patternProperties: patterns },
    'major',
    'patch',
  ],
  [
    'another pattern of fields',
    { ...fields, patternProperties: patterns },
    { ...fields, patternProperties: otherPatterns },
    'major',
    'major',
  ],
  // What callers have to prepare for
  ['a deprecated field', text, { ...text, deprecated: true }, 'minor', 'minor'],
];

describe('rateSchema', () => {
  let changes: readonly RatedChange[];
  beforeAll(async () => {
    // One comparison for all, because each takes Redocly a second.
    const [base, revision] = ([1, 2] as const).map((side) => {
      const document = JSON.parse(bundled);
      const { CaptureRequest, IncrementResult } = document.components.schemas;
      for (const { properties } of [CaptureRequest, IncrementResult]) {
        cases.forEach((row, index) => {
          properties[`field_${index}_`] = structuredClone(row[side]);
        });
      }
      return document as Document;
    }) as [Document, Document];
    changes = (await listChanges(base, revision)).filter(({ typeName }) => typeName !== 'GeneratedType');
  });

  it.each(cases.map((row, index) => [row[0], row[3], row[4], index] as const))(
    'rates %s: %s in requests, %s in responses',
    (_name, request, response, index) => {
      const rate = (schema: string) =>
        greatestImpact(
          changes.filter(({ base, revision }) =>
            `${base?.pointer ?? revision?.pointer}/`.includes(`/${schema}/properties/field_${index}_/`),
          ),
        ) ?? 'none';
      expect([rate('CaptureRequest'), rate('IncrementResult')]).toEqual([request, response]);
    },
  );

  it('names no values where there are none', () => {
    expect(
      changes.map(({ reason }) => reason ?? '').filter((reason) => /(?:have|omit) $/.test(reason)),
    ).toEqual([]);
  });
});

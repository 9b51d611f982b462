import { describe, expect, it } from 'vitest';
import type { Operation, Schema } from '../../../scripts/lib/description.js';
import { describePlace, describeProblem } from './describe-violation.js';
import { findRequestViolations, findResponseViolations } from './violations.js';

/** An operation whose success has a body and a header, and whose error has neither. */
function operation(schema: Schema): Operation {
  const content = { 'application/json': { schema } };
  return {
    operationId: 'getThing',
    summary: '',
    description: '',
    path: '/thing',
    method: 'get',
    secured: false,
    docs: undefined,
    parameters: [],
    requestBody: { content },
    responses: [
      {
        status: 200,
        description: '',
        content,
        headers: { 'X-Thing': { schema: { type: 'string', maxLength: 1 } } },
      },
      { status: 404, description: '' },
    ],
  };
}

const NUMBERS: Schema = { type: 'array', items: { type: 'integer' } };

/** The violations of a response in words, as they are reported without any value. */
function violations(
  status: number,
  body: string,
  headers: Record<string, string> = {},
  schema = NUMBERS,
): string[] {
  const given = new Headers({ 'Content-Type': 'application/json', 'X-Thing': 'a', ...headers });
  return inWords(operation(schema), status, given, body);
}

function inWords(operation: Operation, status: number, headers: Headers, body: string): string[] {
  return findResponseViolations(operation, { status, headers, body }).map(
    (violation) => `${describePlace(violation)} ${describeProblem(violation, () => undefined)}`,
  );
}

describe('findResponseViolations', () => {
  it('finds nothing in a documented response', () => {
    expect(violations(200, '[1]')).toEqual([]);
    expect(violations(200, '[1]', { 'Content-Type': 'Application/JSON ;charset=utf-8' })).toEqual([]);
    expect(violations(404, '')).toEqual([]);
  });

  it.each([
    {
      what: 'an undocumented status',
      found: violations(500, '[]'),
      words: 'status 500 is not documented (documented: 200, 404)',
    },
    {
      what: 'a body where none is documented',
      found: violations(404, '{}'),
      words: 'body is present, but none is documented',
    },
    { what: 'a missing body', found: violations(200, ''), words: 'body is missing' },
    { what: 'a body that is not JSON', found: violations(200, '[1'), words: 'body is not valid JSON' },
    {
      what: 'an item of another type',
      found: violations(200, '[0.5]'),
      words: 'body.* is of type number, not integer',
    },
    {
      what: 'another media type',
      found: violations(200, '[]', { 'Content-Type': 'application/json-seq' }),
      words: 'header Content-Type is another one, but application/json is documented',
    },
    {
      what: 'a header that breaks its schema',
      found: violations(200, '[]', { 'X-Thing': 'ab' }),
      words: 'header X-Thing violates `maxLength` 1',
    },
    {
      what: 'a broken rule that the walk does not know',
      found: violations(200, '{"a":1}', {}, { additionalProperties: false }),
      words: 'body does not match its schema',
    },
  ])('reports $what', ({ found, words }) => {
    expect(found).toEqual([words]);
  });

  it('reports missing headers, among them the media type', () => {
    expect(inWords(operation(NUMBERS), 200, new Headers(), '[]')).toEqual([
      'header Content-Type is missing, but application/json is documented',
      'header X-Thing is missing',
    ]);
  });
});

describe('findRequestViolations', () => {
  it('checks the body, if there is one', () => {
    expect(findRequestViolations(operation(NUMBERS), '')).toEqual([]);
    expect(findRequestViolations(operation(NUMBERS), '["a"]')).toMatchObject([{ path: '*', rule: 'type' }]);
  });
});

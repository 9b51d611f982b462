import { describe, expect, it } from 'vitest';
import type { Operation, Schema } from '../lib/description.js';
import { placeOf, problemOf } from './violation-text.js';
import { requestFaults, responseFaults } from './violations.js';

/** An operation whose success has a body of a schema and a header, and whose refusal has neither. */
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

/** What is wrong with an answer, in words. */
function faults(
  status: number,
  text: string,
  headers: Record<string, string> = {},
  schema = NUMBERS,
): string[] {
  const given = new Headers({ 'Content-Type': 'application/json', 'X-Thing': 'a', ...headers });
  return responseFaults(operation(schema), { status, headers: given, text }).map(
    (fault) => `${placeOf(fault)} ${problemOf(fault, () => undefined)}`,
  );
}

describe('an answer', () => {
  it('that is documented has no fault', () => {
    expect(faults(200, '[1]')).toEqual([]);
    expect(faults(200, '[1]', { 'Content-Type': 'Application/JSON ;charset=utf-8' })).toEqual([]);
    expect(faults(404, '')).toEqual([]);
  });

  it.each([
    { what: 'another status', answer: faults(500, '[]'), said: 'status 500 is not documented; 200, 404 are' },
    {
      what: 'a body where there is none',
      answer: faults(404, '{}'),
      said: 'body is there, where none is documented',
    },
    { what: 'no body where there is one', answer: faults(200, ''), said: 'body is missing' },
    { what: 'a text that is no JSON', answer: faults(200, '[1'), said: 'body is not JSON' },
    {
      what: 'an item of another type',
      answer: faults(200, '[0.5]'),
      said: 'body.* is of type number, not integer',
    },
    {
      what: 'another content type',
      answer: faults(200, '[]', { 'Content-Type': 'application/json-seq' }),
      said: 'header Content-Type is another one, where application/json is documented',
    },
    {
      what: 'a wrong header',
      answer: faults(200, '[]', { 'X-Thing': 'ab' }),
      said: 'header X-Thing breaks `maxLength` 1',
    },
    {
      what: 'something that the walk knows nothing of',
      answer: faults(200, '{"a":1}', {}, { additionalProperties: false }),
      said: 'body does not fit its schema',
    },
  ])('with $what has that fault', ({ answer, said }) => {
    expect(answer).toEqual([said]);
  });

  it('without a header has that fault, and without a content type that one', () => {
    const given = responseFaults(operation(NUMBERS), { status: 200, headers: new Headers(), text: '[]' });
    expect(given.map((fault) => `${placeOf(fault)} ${problemOf(fault, () => undefined)}`)).toEqual([
      'header Content-Type is missing, where application/json is documented',
      'header X-Thing is missing',
    ]);
  });
});

it('a request has the faults of its body, and none without one', () => {
  expect(requestFaults(operation(NUMBERS), '')).toEqual([]);
  expect(requestFaults(operation(NUMBERS), '["a"]')).toMatchObject([{ path: '*', rule: 'type' }]);
});

import { describe, expect, it } from 'vitest';
import { type Document, listOperations } from '../../../lib/description.js';
import type { InferredElement } from '../../provenance/inferred-parts.js';
import { readOperationParts } from './operation-parts.js';

const document = {
  paths: {
    '/orders/{id}': {
      'x-inferred': 'why',
      post: {
        operationId: 'sendOrder',
        summary: 'Send an order',
        description: 'Sends it.',
        parameters: [{ $ref: '#/components/parameters/Id' }],
        requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
        responses: { '201': { $ref: '#/components/responses/Sent' }, '404': { description: 'No order.' } },
      },
    },
  },
  components: {
    schemas: {},
    parameters: { Id: { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 9 } } },
    headers: { Version: { description: 'A version.', schema: { type: 'string' } } },
    links: { Read: { operationId: 'readOrder', description: 'Read it.', 'x-inferred': 'why' } },
    responses: {
      Sent: {
        description: 'It was sent.',
        'x-inferred': { content: 'why' },
        headers: { 'Api-Version': { $ref: '#/components/headers/Version' } },
        content: {
          'application/json': {
            schema: { type: 'object', properties: { id: { type: 'string' } } },
            examples: { sent: { value: { id: '1' } } },
          },
        },
        links: { read: { $ref: '#/components/links/Read' } },
      },
    },
  },
} as unknown as Document;

const CONTENT = '#/components/responses/Sent/content';
const LINK = '#/components/links/Read';
const elements = new Map(
  ['#/paths/~1orders~1{id}', CONTENT, LINK].map((pointer) => [
    pointer,
    { pointer, reason: 'why' } as InferredElement,
  ]),
);

describe('readOperationParts', () => {
  const [operation = expect.unreachable()] = listOperations(document);
  const parts = readOperationParts({ document, elements }, operation);
  const [sent, missing] = parts.responses;

  it('reads parameters and the request body, references followed', () => {
    expect(parts.parameters).toMatchObject([{ name: 'id', in: 'path', required: true }]);
    expect(parts.parameters[0]?.schema.keywords).toEqual({ maxLength: 9 });
    expect(parts.body).toMatchObject({ required: true, schema: { types: ['object'] } });
  });

  it('reads each response with its headers, examples and links', () => {
    expect(sent).toMatchObject({ status: '201', description: 'It was sent.' });
    expect(sent?.headers).toMatchObject([{ name: 'Api-Version', in: 'header', description: 'A version.' }]);
    expect(sent?.body?.examples).toEqual({ sent: { value: { id: '1' } } });
    expect(sent?.links).toMatchObject([{ operationId: 'readOrder', description: 'Read it.' }]);
    expect(missing).toMatchObject({ status: '404', body: undefined, headers: [], links: [] });
  });

  it('reads the parameters of the path item with their marks', () => {
    const copy = structuredClone(document);
    Object.assign(copy.paths['/orders/{id}'] ?? {}, {
      parameters: [{ name: 'page', in: 'query', schema: {} }],
    });
    const page = '#/paths/~1orders~1{id}/parameters/0';
    const marks = new Map([[page, { pointer: page, reason: 'why' } as InferredElement]]);
    const { parameters } = readOperationParts({ document: copy, elements: marks }, operation);

    expect(parameters.map(({ name }) => name)).toEqual(['page', 'id']);
    expect(parameters.map(({ origin }) => origin.whole?.pointer)).toEqual([page, undefined]);
  });

  it('reads the marks of the path, of a body and of a link', () => {
    expect(parts.path?.pointer).toBe('#/paths/~1orders~1{id}');
    expect(sent?.body?.schema.fields[0]?.origin).toMatchObject({
      whole: { pointer: CONTENT },
      inherited: true,
    });
    expect(sent?.links[0]?.origin.whole?.pointer).toBe(LINK);
    expect(missing?.origin.whole).toBeUndefined();
  });
});

import { findChanges } from '../compare/find-changes.js';
import { readDescription } from '../description/read-description.js';
import { type LocatedChanges, locateChanges } from '../locations/locate-changes.js';
import type { Fact, Operations } from '../model/facts.js';

/** A body or response with one JSON schema. */
export const jsonContent = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** A description of two operations, in files like those of `openapi/`. */
export const sampleDescription = {
  security: [{ token: [] }],
  paths: {
    '/sales': {
      'x-inferred': 'guessed',
      post: {
        operationId: 'sell',
        'x-beta': true,
        parameters: [
          ref('parameters', 'Key'),
          { in: 'query', name: 'limit', schema: { type: 'number', default: 10 }, example: 10 },
        ],
        requestBody: { required: true, ...jsonContent(ref('schemas', 'Order')) },
        responses: { 200: ref('responses', 'Sold'), 404: {} },
      },
    },
    '/rents': {
      'x-inferred': 'guessed',
      post: {
        operationId: 'rent',
        parameters: [ref('parameters', 'Key')],
        requestBody: { required: true, ...jsonContent(ref('schemas', 'Order')) },
        responses: { 200: { description: 'Rented.', 'x-inferred': { content: 'seen' }, ...jsonContent({}) } },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    parameters: { Key: { in: 'header', name: 'Key', required: true, schema: { type: 'string' } } },
    headers: { Request: { schema: { type: 'string' } } },
    responses: {
      Sold: { headers: { Request: ref('headers', 'Request') }, ...jsonContent(ref('schemas', 'Sale')) },
    },
    schemas: {
      Order: {
        type: 'object',
        required: ['size'],
        dependentRequired: { to: ['from'] },
        properties: {
          size: { type: 'string', enum: ['S', 'M'], default: 'S', maxLength: 1 },
          from: { type: 'string' },
          to: { type: 'string' },
          amount: { type: 'number', multipleOf: 1, 'x-inferred': { multipleOf: 'an integer' } },
          guess: { type: 'string', 'x-inferred': 'seen elsewhere' },
          hint: ref('schemas', 'Hint'),
          code: { ...ref('schemas', 'Code'), description: 'The code of the order.' },
          parts: { type: 'array', items: ref('schemas', 'Part') },
          labels: { type: 'array', items: { type: 'string' } },
          payer: { anyOf: [ref('schemas', 'Person'), { type: 'null' }] },
          bank: { ...ref('schemas', 'Firm'), 'x-inferred': { required: 'as elsewhere' } },
          loop: ref('schemas', 'Loop'),
          seller: {
            ...ref('schemas', 'Firm'),
            'x-inferred': { properties: 'as of the payer', required: 'as of the payer' },
          },
        },
      },
      Hint: { type: 'string', 'x-inferred': 'seen elsewhere' },
      Code: { type: 'string', maxLength: 8 },
      Part: { type: 'object', properties: { id: { type: 'string' } } },
      Loop: ref('schemas', 'Loop'),
      Person: { type: 'object', properties: { name: { type: 'string' } } },
      Firm: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      Sale: {
        anyOf: [
          { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
          { type: 'object', properties: { reason: { type: 'string' } } },
        ],
      },
    },
  },
};

/** The files of the sample description. */
export const sampleFiles = {
  paths: new Map([
    ['/sales', 'paths/sales.yaml'],
    ['/rents', 'paths/rents.yaml'],
  ]),
  files: new Set([
    'parameters/Key.yaml',
    'headers/Request.yaml',
    'responses/Sold.yaml',
    ...['Order', 'Hint', 'Code', 'Part', 'Person', 'Firm', 'Sale'].map((name) => `schemas/${name}.yaml`),
  ]),
};

/** What the sample description states, and what its page states before any edit. */
export const sampleFacts = readDescription(sampleDescription).facts;

/** The fact that an element gets, or undefined to remove the element. */
type FactEdits = Readonly<Record<string, Fact | undefined>>;

/** Returns the facts of the page after edits to its operations. */
export function editFacts(edits: Readonly<Record<string, FactEdits>>): Operations {
  const edited = Object.entries(edits).map(([operation, elements]) => {
    const all = Object.entries({ ...sampleFacts[operation], ...elements });
    return [operation, Object.fromEntries(all.filter(([, fact]) => fact !== undefined))];
  });
  return { ...sampleFacts, ...Object.fromEntries(edited) };
}

/** Returns the facts after the same edits to both operations, which share most of their schemas. */
export const editBoth = (edits: FactEdits) => editFacts({ sell: edits, rent: edits });

/** Locates the changes that lead to the given facts of the page. */
export function locateSampleChanges(
  operations: Operations,
  description: unknown = sampleDescription,
  known = sampleFacts,
): LocatedChanges {
  const source = { url: 'https://docs.example/', id: 7, modified: '2024-02-03T04:05:06' };
  const facts = { source, operations, texts: {}, terms: {} };
  return locateChanges(findChanges(known, operations), facts, description, sampleFiles);
}

/** Lists what each change needs. */
export const listNeeds = (operations: Operations, description?: unknown, known?: Operations) =>
  locateSampleChanges(operations, description, known).changes.map((change) => change.needs);

/** The fact of the size in an order. */
export const sizeFact: Fact = {
  required: true,
  type: 'string',
  enum: ['S', 'M'],
  default: 'S',
  maxLength: 1,
};

import { type Advice, advise } from '../advice/advise.js';
import { findChanges } from '../compare/find-changes.js';
import { describedFacts, readDescription } from '../description/read-description.js';
import type { Fact, Operations } from '../model/facts.js';

/** A body or response with one schema. */
export const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** A shop that sells and rents things out, described in files of their own like the API itself. */
export const shop = {
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
        requestBody: { required: true, ...json(ref('schemas', 'Order')) },
        responses: { 200: ref('responses', 'Sold'), 404: {} },
      },
    },
    '/rents': {
      'x-inferred': 'guessed',
      post: {
        operationId: 'rent',
        parameters: [ref('parameters', 'Key')],
        requestBody: { required: true, ...json(ref('schemas', 'Order')) },
        responses: { 200: { description: 'Rented.', 'x-inferred': { content: 'seen' }, ...json({}) } },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    parameters: { Key: { in: 'header', name: 'Key', required: true, schema: { type: 'string' } } },
    headers: { Request: { schema: { type: 'string' } } },
    responses: {
      Sold: { headers: { Request: ref('headers', 'Request') }, ...json(ref('schemas', 'Sale')) },
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
          amount: { type: 'number', multipleOf: 1, 'x-inferred': { multipleOf: 'a whole number' } },
          guess: { type: 'string', 'x-inferred': 'seen elsewhere' },
          hint: ref('schemas', 'Hint'),
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

/** The files of the shop's description. */
export const files = {
  paths: new Map([
    ['/sales', 'paths/sales.yaml'],
    ['/rents', 'paths/rents.yaml'],
  ]),
  files: new Set([
    'parameters/Key.yaml',
    'headers/Request.yaml',
    'responses/Sold.yaml',
    ...['Order', 'Hint', 'Person', 'Firm', 'Sale'].map((name) => `schemas/${name}.yaml`),
  ]),
};

/** What the description of the shop states, and what the page of it has stated so far. */
export const stated = describedFacts(readDescription(shop));

/** A fact that takes the place of another one, or undefined where an element goes. */
type Edits = Readonly<Record<string, Fact | undefined>>;

/** What a page of the shop states after it has been edited. */
export function page(edits: Readonly<Record<string, Edits>>): Operations {
  const edited = Object.entries(edits).map(([operation, elements]) => {
    const all = Object.entries({ ...stated[operation], ...elements });
    return [operation, Object.fromEntries(all.filter(([, fact]) => fact !== undefined))];
  });
  return { ...stated, ...Object.fromEntries(edited) };
}

/** The advice for a page of the shop. */
export function advice(operations: Operations, description: unknown = shop): Advice {
  const source = { url: 'https://docs.example/', id: 7, modified: '2024-02-03T04:05:06' };
  return advise(findChanges(stated, operations), { source, operations }, description, files);
}

/** Only what the description needs, change by change. */
export const needs = (operations: Operations, description?: unknown) =>
  advice(operations, description).changes.map((change) => change.needs);

/** The page after the same edits to both operations, which share most objects of the description. */
export const both = (edits: Edits) => page({ sell: edits, rent: edits });

/** What is stated of the size in an order. */
export const size: Fact = { required: true, type: 'string', enum: ['S', 'M'], default: 'S', maxLength: 1 };

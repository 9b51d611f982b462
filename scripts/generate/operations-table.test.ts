import { expect, it } from 'vitest';
import type { Document, Schema } from '../lib/description.js';
import { renderOperationsTable } from './operations-table.js';

/** A description with one operation, which takes an order. */
const documentWith = (properties: Readonly<Record<string, Schema>>) =>
  ({
    info: { version: '1.0.0' },
    paths: {
      '/orders': {
        post: {
          operationId: 'sendOrder',
          summary: 'Send an order',
          description: 'Sends it.',
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
          },
          responses: { '202': { description: 'It was sent.' } },
        },
      },
    },
    components: { schemas: { Order: { type: 'object', properties } } },
  }) as Document;

const AMOUNT = { type: 'number', 'x-amount': 'minor' };
const ORDER = { $ref: '#/components/schemas/Order' };

it('completes a pagination by links with the default limit of the body', () => {
  const document = documentWith({ limit: { type: 'number', default: 25 } });
  const pagination = { style: 'link', items: 'data', next: 'next' };
  Object.assign(document.paths['/orders']?.post ?? {}, { 'x-pagination': pagination });

  expect(renderOperationsTable(document)).toMatch(/next: 'next',\s*defaultLimit: 25/);
});

it('lists the amounts that are marked in a body, its objects and its arrays, with their units', () => {
  const table = renderOperationsTable(
    documentWith({
      amount: AMOUNT,
      fee: { type: 'object', properties: { amount: AMOUNT } },
      parts: { type: 'array', items: { properties: { amount: AMOUNT } } },
      tags: { type: 'array' },
      tip: { type: 'number', 'x-amount': 'undocumented' },
      total_amount: { type: 'number' },
    }),
  );

  expect(table).toMatch(
    /amounts: \{\s*amount: 'minor',\s*'fee\.amount': 'minor',\s*'parts\.\*\.amount': 'minor',\s*tip: 'undocumented',\s*\}/,
  );
});

it('lists the fields of a body that contains itself once', () => {
  const table = renderOperationsTable(
    documentWith({ amount: AMOUNT, refill: ORDER, parts: { type: 'array', items: ORDER } }),
  );

  expect(table).toMatch(/amounts: \{\s*amount: 'minor',\s*\}/);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../lib/description.js';
import { listInferredParts } from './inferred-parts.js';

const description = new URL('../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;

describe('listInferredParts', () => {
  const parts = [...listInferredParts(document).values()].flat();

  it('names the operations that use a schema directly or indirectly', () => {
    const balances = parts.find(({ name }) => name === 'Balances');
    expect(balances?.operationIds).toEqual(
      expect.arrayContaining(['getPaymentDetails', 'incrementAuthorization', 'getPaymentsList']),
    );
    expect(balances?.operationIds).not.toContain('getToken');
  });

  it('names groups of operations and hosts, whose pointers have numbers', () => {
    const names = parts.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Payment actions', '{baseUrl}']));
    expect(names.filter((name) => /^\d/.test(name))).toEqual([]);
  });

  it('names files that exist', () => {
    for (const { file } of parts) {
      expect(readFileSync(new URL(`../../../openapi/${file}`, import.meta.url), 'utf8')).toContain(
        'x-inferred',
      );
    }
  });
});

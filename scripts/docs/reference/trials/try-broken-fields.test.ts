import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Document, listOperations } from '../../../lib/description.js';
import { type RequestFields, tryBrokenFields } from './try-broken-fields.js';

const description = new URL('../../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;

async function tryOperation(operationId: string, fields: Partial<RequestFields>) {
  const operation = listOperations(document).find((one) => one.operationId === operationId);
  const codes = await tryBrokenFields(document, operation ?? expect.unreachable(), {
    query: [],
    body: [],
    ...fields,
  });
  return Object.fromEntries(codes);
}

describe('tryBrokenFields', () => {
  it('finds the codes of a wrong and of a missing field, also in objects that the example lacks', async () => {
    const body = ['currency', 'source.number', 'source.phone.country_code'];
    expect(await tryOperation('requestPayment', { body })).toEqual({
      currency: ['currency_invalid', 'currency_required'],
      'source.number': ['card_number_invalid', 'card_number_required'],
      'source.phone.country_code': ['source_phone_country_code_invalid'],
    });
  });

  it('finds the codes of query parameters', async () => {
    expect(await tryOperation('getPaymentsList', { query: ['reference', 'limit'] })).toEqual({
      reference: ['reference_required'],
      limit: ['paging_limit_invalid'],
    });
  });

  it('leaves out fields without codes', async () => {
    expect(await tryOperation('getToken', { body: ['client_id'] })).toEqual({});
  });
});

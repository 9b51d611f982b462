import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Document, Schema } from '../../lib/description.js';
import { listFields, renderFields } from './render-fields.js';
import { readSchema } from './schema/schema-node.js';

const document = {
  components: {
    schemas: {
      Customer: { type: 'object', properties: { email: { type: 'string', description: 'An `address`.' } } },
    },
  },
} as unknown as Document;
const read = (schema: Schema) => readSchema({ document, elements: new Map() }, schema, '#/x');

const CUSTOMER = { $ref: '#/components/schemas/Customer' };
const ORDER = read({
  type: 'object',
  required: ['customer'],
  properties: {
    customer: CUSTOMER,
    items: { type: 'array', items: { type: 'object', properties: { name: { enum: ['<a>'] } } } },
  },
});

const ids = (html: string) =>
  load(html)('[id]')
    .toArray()
    .map(({ attribs }) => attribs['id']);

describe('renderFields', () => {
  it('gives each field an anchor, also those of nested objects and of items', () => {
    const html = renderFields(ORDER, { prefix: 'field-' });
    expect(ids(html)).toEqual(['field-customer', 'field-customer.email', 'field-items', 'field-items.name']);
    expect(listFields(ORDER, { prefix: 'field-' }).map(({ id }) => id)).toEqual(ids(html));
  });

  it('puts nested fields into a closed block that opens without a script', () => {
    const $ = load(renderFields(ORDER, { prefix: '' }));
    expect($('details:not([open]) > summary').first().text()).toBe('1 field of customer');
    expect($('details li').first().text()).toContain('An address.');
  });

  it('only links models where they are documented elsewhere', () => {
    const html = renderFields(ORDER, { prefix: 'Order.', linkModels: true });
    expect(ids(html)).toEqual(['Order.customer', 'Order.items', 'Order.items.name']);
    expect(html).toContain('href="models.html#Customer"');
  });

  it('keeps fields of the same name in several forms apart', () => {
    const forms = read({ anyOf: [CUSTOMER, { ...CUSTOMER, title: 'Second customer' }] });
    const options = { prefix: 'response-200.' };
    expect(ids(renderFields(forms, options))).toEqual([
      'response-200-customer.email',
      'response-200-second-customer.email',
    ]);
    expect(listFields(forms, options).map(({ id }) => id)).toEqual(ids(renderFields(forms, options)));
  });

  it('marks required fields and escapes values', () => {
    const html = renderFields(ORDER, { prefix: '' });
    expect(load(html)('#customer > .head .tag').text()).toBe('required');
    expect(html).toContain('<code>&lt;a&gt;</code>');
  });
});

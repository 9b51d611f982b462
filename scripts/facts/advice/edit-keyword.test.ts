import { describe, expect, it } from 'vitest';
import type { Fact } from '../model/facts.js';
import { both, needs, page, size } from '../testing/sample-description.js';

const { default: _default, ...withoutDefault } = size;
const { required: _required, ...optional } = size;

describe('a keyword that the page states otherwise', () => {
  it.each<[string, Fact, string]>([
    ['has another value', { ...size, maxLength: 2 }, 'set properties.size.maxLength to 2'],
    ['has come', { ...size, minLength: 1 }, 'add minLength: 1 to properties.size'],
    ['has gone', withoutDefault, 'remove properties.size.default, or mark it with x-inferred'],
    ['has a new member', { ...size, enum: ['M', 'S', 'L'] }, 'add "L" to the enum of properties.size'],
    ['has lost a member', { ...size, enum: ['S'] }, 'take "M" out of the enum of properties.size'],
    [
      'has both',
      { ...size, enum: ['L', 'S'] },
      'add "L" to the enum of properties.size and take "M" out of it',
    ],
    ['marks a required field', optional, 'take "size" out of required'],
    ['makes the field nullable', { ...size, type: ['string', 'null'] }, 'make properties.size nullable'],
  ])('and that %s is changed in the file that states it', (_how, fact, text) => {
    expect(new Set(needs(both({ 'request.size': fact })))).toEqual(
      new Set([`openapi/schemas/Order.yaml: ${text}`]),
    );
  });

  it.each<[string, Fact, string]>([
    ['request.amount', { required: true, type: 'number' }, 'schemas/Order.yaml: add "amount" to required'],
    [
      'request.from',
      { type: 'string', requiredWith: 'size' },
      'schemas/Order.yaml: add "from" to dependentRequired.size and take "from" out of dependentRequired.to',
    ],
    [
      'request.bank.name',
      { required: true, type: 'string' },
      'schemas/Order.yaml: remove properties.bank.x-inferred.required',
    ],
    ['request.loop', { type: 'string' }, 'openapi.yaml: add type: "string" to components.schemas.Loop'],
    ['request.payer', { type: 'object' }, 'schemas/Order.yaml: make properties.payer not nullable'],
    [
      'request.labels',
      { type: 'array', items: 'number' },
      'schemas/Order.yaml: set properties.labels.items.type to "number"',
    ],
    [
      'request.amount',
      { type: 'number', multipleOf: 1 },
      'schemas/Order.yaml: remove properties.amount.x-inferred.multipleOf',
    ],
    [
      'request.amount',
      { type: 'number', multipleOf: 5 },
      'schemas/Order.yaml: remove properties.amount.x-inferred.multipleOf and set properties.amount.multipleOf to 5',
    ],
    ['header Key', { type: 'string' }, 'parameters/Key.yaml: remove required, or mark it with x-inferred'],
    [
      'header Key',
      { required: true, type: 'string', maxLength: 9 },
      'parameters/Key.yaml: add maxLength: 9 to schema',
    ],
  ])('is changed where the description has it: %s', (element, fact, text) => {
    expect(new Set(needs(both({ [element]: fact })))).toEqual(new Set([`openapi/${text}`]));
  });

  it.each<[string, Fact, string]>([
    ['operation', {}, 'paths/sales.yaml: remove post.x-beta, or mark it with x-inferred'],
    [
      'query limit',
      { type: 'number', default: 20, example: 10 },
      'paths/sales.yaml: set post.parameters.1.schema.default to 20',
    ],
    [
      'query limit',
      { type: 'number', default: 10, example: 20 },
      'paths/sales.yaml: set post.parameters.1.example to 20',
    ],
    ['response 200', { content: 'text/plain' }, 'responses/Sold.yaml: set content to "text/plain"'],
    [
      'response 200 header Request',
      { type: 'integer' },
      'headers/Request.yaml: set schema.type to "integer"',
    ],
    [
      'header Authorization',
      { type: 'string' },
      'paths/sales.yaml: describe header Authorization of post as the page does',
    ],
    [
      'security',
      { scheme: 'basic', bearerFormat: 'JWT' },
      'openapi.yaml: set components.securitySchemes.token.scheme to "basic"; mind that it also serves rent',
    ],
  ])('is changed in a path, a response, a header or the root: %s', (element, fact, text) => {
    expect(needs(page({ sell: { [element]: fact } }))).toEqual([`openapi/${text}`]);
  });

  it('is told from others of the same element', () => {
    expect(needs(both({ 'request.size': { ...size, maxLength: 2, default: 'M' } })).slice(0, 2)).toEqual([
      'openapi/schemas/Order.yaml: set properties.size.default to "M"',
      'openapi/schemas/Order.yaml: set properties.size.maxLength to 2',
    ]);
  });

  it('is no longer inferred where the content of a response was', () => {
    expect(needs(page({ rent: { 'response 200': { content: 'application/json' } } }))).toEqual([
      'openapi/paths/rents.yaml: remove post.responses.200.x-inferred.content',
    ]);
  });
});

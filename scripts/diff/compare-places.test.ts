import { describe, expect, it } from 'vitest';
import { comparePlaces } from './compare-places.js';

/** A description with one operation, a link to it, and a schema. */
const describeApi = (
  parts: { operation?: object; root?: object; schema?: object; example?: object } = {},
) => ({
  ...parts.root,
  paths: { '/a': { post: { operationId: 'sell', ...parts.operation } } },
  components: {
    links: { Sell: { operationId: 'sell' } },
    schemas: { Sale: { properties: { example: { type: 'string', ...parts.schema } } } },
    examples: { sale: { summary: 'A sale', ...parts.example } },
  },
});

const compare = (base: object, revision: object) =>
  comparePlaces(base, revision).map(({ path, base, revision }) => [path, base?.value, revision?.value]);

describe('comparePlaces', () => {
  it('compares the security of each operation as it applies, also if the document states it for all', () => {
    const secured = [{ bearer: [] }];
    const pointer = '#/paths/~1a/post/security';
    expect(compare(describeApi({ root: { security: secured } }), describeApi())).toEqual([
      [pointer, secured, undefined],
    ]);
    const stated = describeApi({ operation: { security: secured } });
    expect(compare(describeApi({ root: { security: secured } }), stated)).toEqual([]);
    expect(compare(describeApi(), stated)).toEqual([[pointer, undefined, secured]]);
  });

  it('compares extensions at any depth, and examples with their values', () => {
    const pointer = '#/components/schemas/Sale/properties/example';
    expect(compare(describeApi(), describeApi({ schema: { 'x-secret': true, examples: ['a'] } }))).toEqual([
      [`${pointer}/x-secret`, undefined, true],
      [`${pointer}/examples`, undefined, ['a']],
    ]);
    expect(compare(describeApi(), describeApi({ example: { value: 1 } }))).toEqual([
      ['#/components/examples/sale', { summary: 'A sale' }, { summary: 'A sale', value: 1 }],
    ]);
  });

  it('compares what links pass on, and their extensions', () => {
    const describeLink = (link: object) => ({
      components: { links: { Sell: { operationId: 'sell', ...link } } },
    });
    const [before, after] = [{ id: '$response.body#/id' }, { id: '$response.body#/action_id' }];
    expect(
      compare(
        describeLink({ parameters: before, requestBody: { amount: 1 } }),
        describeLink({ parameters: after, requestBody: { amount: 2 }, 'x-inferred': 'a reason' }),
      ),
    ).toEqual([
      ['#/components/links/Sell/parameters', before, after],
      ['#/components/links/Sell/requestBody', { amount: 1 }, { amount: 2 }],
      ['#/components/links/Sell/x-inferred', undefined, 'a reason'],
    ]);
  });

  it('compares members of lists in extensions', () => {
    const [one, two] = [['Void', 'Refund'], ['Void']].map((actions) =>
      describeApi({ operation: { 'x-actions': actions } }),
    );
    expect(compare(one ?? {}, two ?? {})).toEqual([
      ['#/paths/~1a/post/x-actions', ['Void', 'Refund'], ['Void']],
    ]);
  });

  it('leaves out what belongs to an added or removed operation, and what only looks like an extension', () => {
    const removed = { ...describeApi({ operation: { 'x-safe': true } }), paths: {} };
    expect(compare(describeApi({ operation: { 'x-safe': true } }), removed)).toEqual([]);
    const data = (value: number) => describeApi({ schema: { default: { 'x-secret': value } } });
    expect(compare(data(1), data(2))).toEqual([]);
  });
});

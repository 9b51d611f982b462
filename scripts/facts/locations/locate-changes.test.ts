import { describe, expect, it } from 'vitest';
import {
  editBoth,
  editFacts,
  jsonContent,
  listNeeds,
  locateSampleChanges,
  sampleDescription,
  sampleFiles,
  sizeFact,
} from '../testing/sample-description.js';
import { locateChanges } from './locate-changes.js';

const shorter = { 'request.size': { ...sizeFact, maxLength: 2 } };

describe('a schema that several operations share', () => {
  it('is named whether one of them has changed, or both alike, or each in its own way', () => {
    const pointer = 'openapi/schemas/Order.yaml#/properties/size/maxLength';
    expect(listNeeds(editFacts({ sell: shorter }))).toEqual([pointer]);
    expect(listNeeds(editBoth(shorter))).toEqual([pointer, pointer]);
    const rent = { 'request.size': { ...sizeFact, maxLength: 3 } };
    expect(listNeeds(editFacts({ sell: shorter, rent }))).toEqual([pointer, pointer]);
  });
});

describe('a change that the description has already followed', () => {
  it('needs nothing', () => {
    const described = structuredClone(sampleDescription);
    described.components.schemas.Order.properties.size.maxLength = 2;
    expect(listNeeds(editBoth(shorter), described)).toEqual(['already described', 'already described']);
  });

  it('needs what is still missing below a new element', () => {
    const described = structuredClone(sampleDescription);
    Object.assign(described.paths['/sales'].post.responses, { 409: jsonContent({ type: 'object' }) });
    const conflict = {
      'response 409': { content: 'application/json' },
      'response 409.reason': { type: 'string' },
    };
    expect(listNeeds(editFacts({ sell: conflict }), described)).toEqual([
      'openapi/paths/sales.yaml#/post/responses/409/content/application~1json/schema/properties/reason',
    ]);
  });

  it('needs what is still missing of a new operation', () => {
    const lend = { operationId: 'lend', responses: { 200: {} }, security: [] };
    const described = {
      ...sampleDescription,
      paths: { ...sampleDescription.paths, '/loans': { 'x-inferred': 'guessed', post: lend } },
    };
    const facts = editFacts({ lend: { operation: {}, 'response 200': {}, 'response 404': {} } });
    expect(listNeeds(facts, described)).toEqual(['openapi/openapi.yaml#/paths/~1loans/post/responses/404']);
  });
});

describe('a change whose meaning is not certain', () => {
  it('names the reason instead of a place', () => {
    const facts = editFacts({ sell: { 'request.size': { ...sizeFact, spelling: 'Size' } } });
    expect(listNeeds(facts)).toEqual([expect.stringMatching(/^not certain, read the page: a title may/)]);
  });
});

describe('a changed text', () => {
  it.each([
    ['sell', 'request.size', 'read it, and compare openapi/schemas/Order.yaml#/properties/size'],
    ['sell', 'responses', 'read it, and compare openapi/paths/sales.yaml#/post'],
    ['page', 'text', 'read it: it is outside the operations'],
  ])('of %s %s needs a person: %s', (operation, element, needs) => {
    const source = { url: 'https://docs.example/', id: 7, modified: '2024-02-03T04:05:06' };
    const located = locateChanges(
      [{ operation, element, kind: 'text', text: 'New' }],
      { source, operations: editFacts({}), texts: {}, terms: {} },
      sampleDescription,
      sampleFiles,
    );
    expect(located.changes.map((change) => change.needs)).toEqual([needs]);
  });
});

describe('a mismatch that no change explains', () => {
  it('is reported separately', () => {
    const described = structuredClone(sampleDescription);
    described.components.schemas.Order.properties.from.type = 'number';
    expect(locateSampleChanges(editBoth(shorter)).unexplained).toEqual([]);
    expect(locateSampleChanges(editBoth(shorter), described).unexplained).toEqual([
      expect.objectContaining({ operation: 'sell', element: 'request.from', keyword: 'type' }),
      expect.objectContaining({ operation: 'rent', element: 'request.from', keyword: 'type' }),
    ]);
  });
});

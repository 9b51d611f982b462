import { describe, expect, it } from 'vitest';
import { type Document, listOperations } from './description.js';

const parameter = (name: string, place: string, description = '') => ({ name, in: place, description });

const documentWith = (operation: object, item: object = {}) =>
  ({
    paths: { '/sales/{id}': { ...item, get: { operationId: 'readSale', responses: {}, ...operation } } },
    components: { schemas: {}, parameters: { Id: parameter('id', 'path') } },
  }) as unknown as Document;

describe('listOperations', () => {
  it('gives an operation the parameters of its path item, apart from those that it states itself', () => {
    const shared = [
      { $ref: '#/components/parameters/Id' },
      parameter('page', 'query', 'shared'),
      parameter('page', 'header'),
    ];
    const own = [parameter('page', 'query', 'own'), parameter('size', 'query')];
    const [operation] = listOperations(documentWith({ parameters: own }, { parameters: shared }));

    expect(operation?.parameters).toEqual([parameter('id', 'path'), parameter('page', 'header'), ...own]);
  });

  it.each(['4XX', 'default'])('refuses the status %s, and says where it is and what to write', (status) => {
    const document = documentWith({ responses: { [status]: { description: 'It failed.' } } });

    expect(() => listOperations(document)).toThrow(
      `readSale: the response '${status}' has no status code. Describe each status with its own code, such as '404'.`,
    );
  });
});

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDescription } from '../description/read-description.js';
import { readBundle } from '../testing/read-bundle.js';
import { locate, readDescriptionFiles } from './description-files.js';

const files = {
  paths: new Map([['/payments/{id}', 'paths/payments_{id}.yaml']]),
  files: new Set(['schemas/Payment.yaml', 'openapi.yaml']),
};

describe('locate', () => {
  it.each([
    ['#/components/schemas/Payment', 'openapi/schemas/Payment.yaml'],
    ['#/components/schemas/Payment/properties/a~1b', 'openapi/schemas/Payment.yaml#/properties/a~1b'],
    ['#/paths/~1payments~1{id}', 'openapi/paths/payments_{id}.yaml'],
    ['#/paths/~1payments~1{id}/get/responses/200', 'openapi/paths/payments_{id}.yaml#/get/responses/200'],
    ['#/components/securitySchemes/bearer', 'openapi/openapi.yaml#/components/securitySchemes/bearer'],
    ['#/paths/~1inline/get', 'openapi/openapi.yaml#/paths/~1inline/get'],
    ['#/security', 'openapi/openapi.yaml#/security'],
  ])('returns the file that the bundle took %s from, with the pointer into it', (pointer, place) => {
    expect(locate(pointer, files)).toBe(place);
  });

  it('names a file that exists for everything that the description states', async () => {
    const { operations } = readDescription(await readBundle());
    const own = await readDescriptionFiles();
    const pointers = Object.values(operations).flatMap((elements) =>
      Object.values(elements).map(({ pointer }) => pointer),
    );
    expect(pointers.length).toBeGreaterThan(300);
    const found = new Set(pointers.map((pointer) => locate(pointer, own).split('#')[0]));
    for (const file of found) {
      expect(existsSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url))), file).toBe(true);
    }
    expect(found).toContain('openapi/schemas/Payment.yaml');
    expect(found).toContain('openapi/paths/payments_{id}.yaml');
  });
});

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

describe('a pointer into the bundle', () => {
  it.each([
    ['#/components/schemas/Payment', 'openapi/schemas/Payment.yaml', []],
    ['#/components/schemas/Payment/properties/a~1b', 'openapi/schemas/Payment.yaml', ['properties', 'a/b']],
    [
      '#/paths/~1payments~1{id}/get/responses/200',
      'openapi/paths/payments_{id}.yaml',
      ['get', 'responses', '200'],
    ],
    [
      '#/components/securitySchemes/bearer',
      'openapi/openapi.yaml',
      ['components', 'securitySchemes', 'bearer'],
    ],
    ['#/paths/~1inline/get', 'openapi/openapi.yaml', ['paths', '/inline', 'get']],
    ['#/security', 'openapi/openapi.yaml', ['security']],
  ])('leads to the file that the bundle took it from: %s', (pointer, file, keys) => {
    expect(locate(pointer, files)).toEqual({ file, keys });
  });

  it('leads to a file that is there, wherever the description describes something', async () => {
    const { operations } = readDescription(await readBundle());
    const own = await readDescriptionFiles();
    const pointers = Object.values(operations).flatMap((elements) =>
      Object.values(elements).map(({ pointer }) => pointer),
    );
    expect(pointers.length).toBeGreaterThan(300);
    const found = new Set(pointers.map((pointer) => locate(pointer, own).file));
    for (const file of found) {
      expect(existsSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url))), file).toBe(true);
    }
    expect(found).toContain('openapi/schemas/Payment.yaml');
    expect(found).toContain('openapi/paths/payments_{id}.yaml');
  });
});

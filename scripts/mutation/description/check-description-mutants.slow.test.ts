import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { generateFiles } from '../../generate/generate-files.js';
import type { Document } from '../../lib/description.js';
import type { MutantResult } from '../runner/mutant.js';
import { ROOT } from '../runner/scratch-copy.js';
import { createTestRunner } from '../runner/test-runner.js';
import { createDescriptionCheck } from './check-description-mutants.js';
import { listDescriptionMutants } from './list-description-mutants.js';
import type { Node } from './walk-description.js';

const INFERRED = 'the page does not state it';

/** A description whose operation is documented, and whose response is inferred. */
const DESCRIPTION = {
  openapi: '3.1.0',
  info: {
    title: 'Receipts',
    version: '1.0.0',
    license: { name: 'MIT', url: 'https://receipts.test/license' },
  },
  servers: [{ url: 'https://receipts.test', 'x-inferred': INFERRED }],
  security: [],
  tags: [{ name: 'Receipts', description: 'Receipts.', 'x-inferred': { description: INFERRED } }],
  paths: {
    '/receipts': {
      'x-inferred': INFERRED,
      get: {
        operationId: 'getReceipt',
        'x-token-endpoint': true,
        tags: ['Receipts'],
        summary: 'Get a receipt',
        description: 'Returns the receipt.',
        'x-inferred': { description: INFERRED, summary: INFERRED },
        responses: {
          200: {
            description: 'The receipt.',
            'x-inferred': INFERRED,
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Receipt' },
                examples: { paid: { summary: 'Paid', value: { number: 'R-17', amount: 1000 } } },
              },
            },
          },
          400: {
            description: 'The request is wrong.',
            'x-inferred': INFERRED,
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Receipt: {
        type: 'object',
        required: ['number'],
        properties: {
          number: { type: 'string', pattern: '^R-\\d+$', maxLength: 20 },
          amount: { type: 'integer', minimum: 1 },
        },
      },
    },
  },
};

/** The limits of a receipt, tested in JavaScript, so that nothing has to be compiled. */
const TEST = `import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
it('limits a number', () => {
  const { components } = JSON.parse(readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8'));
  const { pattern } = components.schemas.Receipt.properties.number;
  expect(new RegExp(pattern).test('R-17 and more')).toBe(false);
});
`;

async function writeProject(): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'description-')));
  onTestFinished(() => rm(root, { recursive: true }));
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const folder of ['generated', 'src', 'tests']) await mkdir(join(root, folder));
  const files = {
    'package.json': '{ "type": "module" }',
    'vitest.config.ts': `export default { test: { projects: [{ test: { name: 'fetch', root: ${JSON.stringify(root)} } }] } };`,
    'tsconfig.json': JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, skipLibCheck: true, module: 'NodeNext', types: [] },
      include: ['src', 'generated'],
    }),
    'src/receipt.test-d.ts': `import type { components } from '../generated/schema.js';
export const amount = (receipt: components['schemas']['Receipt']): number | undefined => receipt.amount;
`,
    'tests/limits.test.ts': TEST,
  };
  for (const [name, content] of await generateFiles(DESCRIPTION as unknown as Document))
    await writeFile(join(root, 'generated', name), content);
  for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content);
  return root;
}

it('kills mutants of a description by facts, lint, tests and types, and reports what survives', async () => {
  const root = await writeProject();
  const runner = await createTestRunner(root);
  onTestFinished(() => runner.close());
  const check = await createDescriptionCheck({
    root,
    original: DESCRIPTION as unknown as Document,
    facts: {
      source: { url: 'https://receipts.test', id: 1, modified: '2026-01-01' },
      operations: { getReceipt: { operation: {} } },
      texts: {},
      terms: {},
    },
    tests: ['tests/'],
    runner,
  });
  const names = [
    'drop-mark #/paths/~1receipts x-inferred',
    'drop-content #/paths/~1receipts/get/responses/200 content',
    'loosen-pattern #/components/schemas/Receipt/properties/number pattern',
    'toggle-null #/components/schemas/Receipt/properties/amount type',
    'drop-limit #/components/schemas/Receipt/properties/number maxLength',
  ];
  const mutants = listDescriptionMutants(DESCRIPTION as Node).filter(({ name }) => names.includes(name));
  const results: MutantResult[] = [];
  await check(mutants, (result) => results.push(result));
  expect(Object.fromEntries(results.map(({ name, killedBy }) => [name, killedBy]))).toEqual({
    [names[0] ?? '']: 'check:facts',
    [names[1] ?? '']: 'lint:description',
    [names[2] ?? '']: 'tests/limits.test.ts',
    [names[3] ?? '']: 'typecheck',
    [names[4] ?? '']: undefined,
  });
});

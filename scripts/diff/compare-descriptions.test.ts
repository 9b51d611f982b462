import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareDescriptions } from './compare-descriptions.js';
import { rateChange } from './impact.js';
import { describeChange } from './render.js';

const bundled = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8');

type Node = Record<string, unknown>;
/** Edits the objects of a document; the function returns the object at a path. */
type Edit = (at: (...path: readonly string[]) => Node) => void;

function edited(document: Node, edit: Edit): Node {
  const copy = structuredClone(document);
  edit((...path) => path.reduce<Node>((node, key) => node[key] as Node, copy));
  return copy;
}

/** Compares two descriptions and rates the changes. */
async function listChanges(base: Node, revision: Node) {
  const { changes } = await compareDescriptions(base, revision);
  return changes.map(rateChange);
}

const schemaPath = (...path: string[]): [string, ...string[]] => ['components', 'schemas', ...path] as never;

describe('compareDescriptions', () => {
  const cases: readonly { name: string; impact: string; says: RegExp; edit: Edit; prepare?: Edit }[] = [
    {
      name: 'a new status in responses',
      impact: 'major',
      says: /`PaymentStatus` enum: .*gained values: 'Settled'/,
      edit: (at) => (at(...schemaPath('PaymentStatus'))['enum'] as string[]).push('Settled'),
    },
    {
      name: 'a removed value in requests',
      impact: 'major',
      says: /`PaymentRequest\.payment_type` enum: .*lost values: 'Unscheduled'/,
      edit: (at) =>
        (at(...schemaPath('PaymentRequest', 'properties', 'payment_type'))['enum'] as string[]).pop(),
    },
    {
      name: 'a lowered limit',
      impact: 'major',
      says: /`PaymentRequest\.reference` maxLength: .*'80' to '40'/,
      edit: (at) =>
        Object.assign(at(...schemaPath('PaymentRequest', 'properties', 'reference')), { maxLength: 40 }),
    },
    {
      name: 'a property that becomes required in a request',
      impact: 'major',
      says: /`PaymentRequest` required/,
      edit: (at) => (at(...schemaPath('PaymentRequest'))['required'] as string[]).push('reference'),
    },
    {
      name: 'a removed operation',
      impact: 'major',
      says: /`\/payments\/\{id\}\/voids` removed/,
      edit: (at) => delete at('paths')['/payments/{id}/voids'],
    },
    {
      name: 'an added response',
      impact: 'minor',
      says: /`POST \/payments responses 503` added/,
      edit: (at) =>
        Object.assign(at('paths', '/payments', 'post', 'responses'), { 503: { description: 'Busy.' } }),
    },
    {
      name: 'a new wording',
      impact: 'patch',
      says: /`Payment` description .* → "Another wording\."/,
      edit: (at) => Object.assign(at(...schemaPath('Payment')), { description: 'Another wording.' }),
    },
    {
      name: 'a response header that becomes optional',
      impact: 'major',
      says: /`RequestId` required true → (false|nothing): a response header/,
      prepare: (at) => Object.assign(at('components', 'headers', 'RequestId'), { required: true }),
      edit: (at) => delete at('components', 'headers', 'RequestId')['required'],
    },
    {
      name: 'a new default of a parameter',
      impact: 'major',
      says: /`Limit` default 10 → 20: omitting the value/,
      edit: (at) => Object.assign(at('components', 'parameters', 'Limit', 'schema'), { default: 20 }),
    },
    {
      name: 'a new default in a request body',
      impact: 'major',
      says: /`CaptureRequest\.capture_type` default "Final" → "NonFinal"/,
      edit: (at) =>
        Object.assign(at(...schemaPath('CaptureRequest', 'properties', 'capture_type')), {
          default: 'NonFinal',
        }),
    },
    {
      name: 'a new discriminator',
      impact: 'major',
      says: /`PaymentDetails\.discriminator` propertyName "status" → "id": another rule/,
      prepare: (at) =>
        Object.assign(at(...schemaPath('PaymentDetails')), { discriminator: { propertyName: 'status' } }),
      edit: (at) =>
        Object.assign(at(...schemaPath('PaymentDetails', 'discriminator')), { propertyName: 'id' }),
    },
    {
      name: 'a property that becomes read-only',
      impact: 'major',
      says: /`PaymentRequest\.amount` readOnly nothing → true/,
      edit: (at) =>
        Object.assign(at(...schemaPath('PaymentRequest', 'properties', 'amount')), { readOnly: true }),
    },
  ];

  // One comparison for all, because each takes Redocly a second.
  let changes: Awaited<ReturnType<typeof listChanges>>;
  beforeAll(async () => {
    const base = edited(JSON.parse(bundled), (at) => {
      for (const { prepare } of cases) prepare?.(at);
    });
    const revision = edited(base, (at) => {
      for (const { edit } of cases) edit(at);
    });
    changes = await listChanges(base, revision);
  });

  it.each(cases)('names and rates $name', ({ impact, says }) => {
    const found = changes.filter((change) => says.test(describeChange(change)));
    expect(found.map((change) => change.impact)).toEqual([impact]);
  });

  it('returns each change once and no other change', () => {
    expect(changes.map(describeChange)).toHaveLength(cases.length);
  });

  it('returns no changes for equal descriptions', async () => {
    const document = JSON.parse(bundled);
    expect(await listChanges(document, structuredClone(document))).toEqual([]);
  });
});

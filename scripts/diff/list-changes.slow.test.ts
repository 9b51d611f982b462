import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../lib/description.js';
import { listChanges as listAllChanges } from './list-changes.js';
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

/** Lists the changes of the description, without those of the generated types, which have their own tests. */
async function listChanges(base: Node, revision: Node) {
  const changes = await listAllChanges(base as unknown as Document, revision as unknown as Document);
  return changes.filter(({ typeName }) => typeName !== 'GeneratedType');
}

const schemaPath = (...path: string[]): [string, ...string[]] => ['components', 'schemas', ...path] as never;

const at = (path: string, method: string) => ['paths', path, method] as const;
const refund = at('/payments/{id}/refunds', 'post');
const searching = at('/payments/search', 'post');

describe('listChanges', () => {
  const cases: readonly {
    name: string;
    impact: string;
    says: RegExp;
    edit: Edit;
    prepare?: Edit;
  }[] = [
    {
      name: 'an operation that is no longer signed',
      impact: 'major',
      says: /refunds` x-signature .* → nothing: the client no longer signs/,
      edit: (at) => delete at(...refund)['x-signature'],
    },
    {
      name: 'an operation that is signed from now on',
      impact: 'major',
      says: /captures` x-signature nothing → .*: the client signs/,
      edit: (at) =>
        Object.assign(at('paths', '/payments/{id}/captures', 'post'), {
          'x-signature': {
            site: 'reference',
            timestamp: 'items',
            version: 'metadata',
            signature: 'description',
          },
        }),
    },
    {
      name: 'another field of a signature',
      impact: 'major',
      says: /reversals` x-signature .*: the client fills in other fields/,
      edit: (at) =>
        Object.assign(at('paths', '/payments/{id}/reversals', 'post', 'x-signature'), {
          site: 'agent_identifier',
        }),
    },
    {
      name: 'a list that can no longer be iterated',
      impact: 'major',
      says: /`POST \/payments\/search` x-pagination .* → nothing: the list can no longer be iterated/,
      edit: (at) => delete at(...searching)['x-pagination'],
    },
    {
      name: 'a list that is iterated by another field',
      impact: 'major',
      says: /`GET \/payments` x-pagination .*: the list is iterated by other fields/,
      edit: (at) => Object.assign(at('paths', '/payments', 'get', 'x-pagination'), { offset: 'from' }),
    },
    {
      name: 'an operation that is no longer safe',
      impact: 'major',
      says: /search` x-safe true → nothing: the client no longer repeats it/,
      edit: (at) => delete at(...searching)['x-safe'],
    },
    {
      name: 'a secret that is none any more',
      impact: 'major',
      says: /`PaymentRequestSource\.cvv` x-secret true → nothing: the value can be printed/,
      edit: (at) => delete at(...schemaPath('PaymentRequestSource', 'properties', 'cvv'))['x-secret'],
    },
    {
      name: 'a new secret',
      impact: 'minor',
      says: /`PaymentRequestSource\.expiry_year` x-secret nothing → true/,
      edit: (at) =>
        Object.assign(at(...schemaPath('PaymentRequestSource', 'properties', 'expiry_year')), {
          'x-secret': true,
        }),
    },
    {
      name: 'an amount whose unit becomes known',
      impact: 'major',
      says: /`RefundRequest\.refund_amount` x-amount "undocumented" → "minor": the client refuses fractions/,
      edit: (at) =>
        Object.assign(at(...schemaPath('RefundRequest', 'properties', 'refund_amount')), {
          'x-amount': 'minor',
        }),
    },
    {
      name: 'an amount whose unit is not known any more',
      impact: 'minor',
      says: /`CaptureRequest\.amount` x-amount "minor" → "undocumented": the client accepts fractions/,
      edit: (at) =>
        Object.assign(at(...schemaPath('CaptureRequest', 'properties', 'amount')), {
          'x-amount': 'undocumented',
        }),
    },
    {
      name: 'an operation that issues no tokens any more',
      impact: 'major',
      says: /`POST \/connect\/token` x-token-endpoint true → nothing: the client obtains/,
      edit: (at) => delete at('paths', '/connect/token', 'post')['x-token-endpoint'],
    },
    {
      name: 'an action that is no effect of an operation any more',
      impact: 'major',
      says: /reversals` x-actions .*: `reconcile` and the journal no longer look for Refund/,
      edit: (at) => Object.assign(at('paths', '/payments/{id}/reversals', 'post'), { 'x-actions': ['Void'] }),
    },
    {
      name: 'a new action of an operation',
      impact: 'minor',
      says: /captures` x-actions .*: more actions/,
      edit: (at) =>
        (at('paths', '/payments/{id}/captures', 'post')['x-actions'] as string[]).push('Authorization'),
    },
    {
      name: 'an operation that needs no token any more',
      impact: 'major',
      says: /refunds` security .*: the client sends no access token/,
      edit: (at) => Object.assign(at(...refund), { security: [] }),
    },
    {
      name: 'an operation that needs a token from now on',
      impact: 'major',
      says: /connect\/token` security .*: the client obtains and sends an access token/,
      edit: (at) => Object.assign(at('paths', '/connect/token', 'post'), { security: [{ bearer: [] }] }),
    },
    {
      name: 'another reason of an inferred element',
      impact: 'documentation',
      says: /`\/payments` x-inferred/,
      edit: (at) => Object.assign(at('paths', '/payments'), { 'x-inferred': 'another reason' }),
    },
    {
      name: 'a beta operation',
      impact: 'documentation',
      says: /refunds` x-beta nothing → true/,
      edit: (at) => Object.assign(at(...refund), { 'x-beta': true }),
    },
    {
      name: 'another example',
      impact: 'documentation',
      says: /`PaymentRequest\.currency` example/,
      edit: (at) =>
        Object.assign(at(...schemaPath('PaymentRequest', 'properties', 'currency')), { examples: ['GBP'] }),
    },
    {
      name: 'a new value in requests',
      impact: 'minor',
      says: /`PaymentRequest\.authorization_type` enum .*: requests can have Other/,
      edit: (at) =>
        (at(...schemaPath('PaymentRequest', 'properties', 'authorization_type'))['enum'] as string[]).push(
          'Other',
        ),
    },
    {
      name: 'a new status in responses, whose enums are open',
      impact: 'minor',
      says: /`PaymentStatus` enum: responses can have Settled/,
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
      impact: 'documentation',
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
      name: 'an enum that no longer has null',
      impact: 'patch',
      says: /`Payment\.eci\.anyOf\.1` removed/,
      prepare: (at) =>
        Object.assign(at(...schemaPath('Payment', 'properties')), {
          eci: { type: ['string', 'null'], enum: ['a', 'b', null] },
        }),
      edit: (at) =>
        Object.assign(at(...schemaPath('Payment', 'properties')), {
          eci: { anyOf: [{ type: 'string', enum: ['a', 'b'] }] },
        }),
    },
    {
      name: 'a property that becomes read-only',
      impact: 'major',
      says: /`PaymentRequest\.amount` readOnly nothing → true/,
      edit: (at) =>
        Object.assign(at(...schemaPath('PaymentRequest', 'properties', 'amount')), { readOnly: true }),
    },
    {
      name: 'a removed response header that is named as an extension would be',
      impact: 'major',
      says: /`CancellationAccepted\.headers\.x-rate-limit` removed/,
      prepare: (at) =>
        Object.assign(at('components', 'responses', 'CancellationAccepted', 'headers'), {
          'x-rate-limit': { required: true, schema: { type: 'integer' } },
        }),
      edit: (at) => delete at('components', 'responses', 'CancellationAccepted', 'headers')['x-rate-limit'],
    },
    {
      name: 'a lowered limit of a property with the name example',
      impact: 'major',
      says: /`CancellationRequest\.example` maxLength: .*'80' to '40'/,
      prepare: (at) =>
        Object.assign(at(...schemaPath('CancellationRequest', 'properties')), {
          example: { type: 'string', maxLength: 80 },
        }),
      edit: (at) =>
        Object.assign(at(...schemaPath('CancellationRequest', 'properties', 'example')), { maxLength: 40 }),
    },
    {
      name: 'a deprecated operation',
      impact: 'minor',
      says: /`GET \/payments\/\{id\}` deprecated nothing → true: callers should no longer use it/,
      edit: (at) => Object.assign(at('paths', '/payments/{id}', 'get'), { deprecated: true }),
    },
    {
      name: 'another way to authorize requests',
      impact: 'minor',
      says: /`GET \/payments\/\{id\}` security .*: requests can be authorized in another way too/,
      edit: (at) =>
        Object.assign(at('paths', '/payments/{id}', 'get'), { security: [{ bearer: [] }, { key: [] }] }),
    },
    {
      name: 'a parameter that becomes optional',
      impact: 'minor',
      says: /`Needed` required true → nothing: requests can omit it/,
      prepare: (at) => {
        const needed = {
          name: 'needed',
          in: 'query',
          required: true,
          example: 'a',
          schema: { type: 'string' },
        };
        Object.assign(at('components', 'parameters'), { Needed: needed });
        const { parameters } = at('paths', '/payments/{id}', 'get');
        (parameters as object[]).push({ $ref: '#/components/parameters/Needed' });
      },
      edit: (at) => delete at('components', 'parameters', 'Needed')['required'],
    },
    {
      name: 'a response header that is always present from now on',
      impact: 'minor',
      says: /`CancellationAccepted\.headers\.x-page` required nothing → true: the response header is always/,
      prepare: (at) =>
        Object.assign(at('components', 'responses', 'CancellationAccepted', 'headers'), {
          'x-page': { schema: { type: 'integer' } },
        }),
      edit: (at) =>
        Object.assign(at('components', 'responses', 'CancellationAccepted', 'headers', 'x-page'), {
          required: true,
        }),
    },
    {
      name: 'another parameter of a link',
      impact: 'patch',
      says: /`CaptureNewPayment` parameters .*#\/id"} → .*action_id"}: the link passes on/,
      edit: (at) =>
        Object.assign(at('components', 'links', 'CaptureNewPayment', 'parameters'), {
          id: '$response.body#/action_id',
        }),
    },
    {
      name: 'a lowered limit of a property whose name has a percent sign',
      impact: 'major',
      says: /`CancellationRequest\.100%` maxLength: .*'80' to '40'/,
      prepare: (at) =>
        Object.assign(at(...schemaPath('CancellationRequest', 'properties')), {
          '100%': { type: 'string', maxLength: 80 },
        }),
      edit: (at) =>
        Object.assign(at(...schemaPath('CancellationRequest', 'properties', '100%')), { maxLength: 40 }),
    },
    {
      name: 'a property with any value',
      impact: 'minor',
      says: /`CancellationRequest\.anything` added/,
      edit: (at) => Object.assign(at(...schemaPath('CancellationRequest', 'properties')), { anything: true }),
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
    expect(found.map((change) => (change.isDocumentation ? 'documentation' : change.impact))).toEqual([
      impact,
    ]);
  });

  it('returns each change once and no other change', () => {
    expect(changes.map(describeChange)).toHaveLength(cases.length);
  });

  it('returns no changes for what means the same', async () => {
    const base = edited(JSON.parse(bundled), (at) => {
      Object.assign(at('components', 'responses', 'VoidAccepted'), { headers: { 'Cko-Version': {} } });
    });
    const revision = edited(base, (at) => {
      Object.assign(at('components', 'responses', 'VoidAccepted'), { headers: { 'cko-version': {} } });
      Object.assign(at('components', 'parameters', 'Limit'), {
        style: 'form',
        explode: true,
        required: false,
      });
      const path = at('paths', '/payments/{id}/actions');
      Object.assign(path, { parameters: at('paths', '/payments/{id}/actions', 'get')['parameters'] });
      delete at('paths', '/payments/{id}/actions', 'get')['parameters'];
    });
    expect(await listChanges(base, revision)).toEqual([]);
  });

  it('returns no changes for a parameter that moves to its path item, in the generated types neither', async () => {
    const base = JSON.parse(bundled);
    const revision = edited(base, (at) => {
      const { parameters, ...others } = at('paths', '/payments/{id}/voids', 'post');
      Object.assign(at('paths', '/payments/{id}/voids'), { parameters, post: others });
    });
    expect(await listAllChanges(base, revision as unknown as Document)).toEqual([]);
  });

  it('returns no changes for equal descriptions', async () => {
    const document = JSON.parse(bundled);
    expect(await listChanges(document, structuredClone(document))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../lib/description.js';
import { findChangedPart, readUses } from './changed-part.js';
import { compareTypes } from './compare-types.js';
import { rateChange } from './impact.js';
import { describeChange } from './render.js';

// biome-ignore lint/suspicious/noExplicitAny: edits reach into any part of the document
type Editable = any;

const bundled = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8');

const COMPILED = 60_000;

async function describeTypes(edit: (document: Editable) => void): Promise<string[]> {
  const base: Document = JSON.parse(bundled);
  const revision = structuredClone(base);
  edit(revision);
  const [from, to] = [readUses(base), readUses(revision)];
  return (await compareTypes(base, revision)).map((change) =>
    describeChange(rateChange(change, findChangedPart(change, from, to))),
  );
}

describe('compareTypes', { timeout: COMPILED }, () => {
  it('finds nothing in what callers can do without a change', async () => {
    const changes = await describeTypes(({ components: { schemas } }) => {
      schemas.PaymentStatus.enum.push('Settled');
      schemas.Payment.properties.fresh = { type: 'string' };
      schemas.CaptureRequest.properties.fresh = { type: 'string' };
      schemas.CaptureRequest.properties.capture_type.enum.push('Other');
      schemas.Payment.description = 'Another wording.';
      schemas.Balances.additionalProperties = true;
    });
    expect(changes).toEqual([]);
  });

  it('throws for a description whose types do not compile', async () => {
    const edited = describeTypes((document) => {
      document.paths['/payments/{id}/refunds'].post['x-signature'].site = 'nowhere';
    });
    await expect(edited).rejects.toThrow(/Could not compile the generated types\. .*revision.*nowhere/);
  });

  describe('with changes that break callers', () => {
    const cases: readonly {
      name: string;
      edit: (document: Editable) => void;
      lines: readonly string[];
    }[] = [
      {
        name: 'a method that is gone',
        edit: ({ paths }) => {
          paths['/payments/{id}/voids'].post.operationId = 'cancelPayment';
        },
        lines: ['`type of voidPayment` removed: the client has no such method'],
      },
      {
        name: 'a type that is gone',
        edit: (document) => {
          const text = JSON.stringify(document).replaceAll('schemas/Balances"', 'schemas/Amounts"');
          Object.assign(document, JSON.parse(text));
          document.components.schemas.Amounts = document.components.schemas.Balances;
          delete document.components.schemas.Balances;
        },
        lines: ['`type of Balances` removed: the package exports no such type'],
      },
      {
        name: 'a field that is gone from an object with any further fields',
        edit: ({ components: { schemas } }) => delete schemas.Customer.properties.email,
        lines: [
          'CustomerInput.email',
          'Customer.email',
          'getPaymentsList.data.data.items.customer.email',
          'searchPayments.data.items.customer.email',
          'searchPayments.data.data.items.customer.email',
          'getPaymentDetails.data.customer.email',
          'capturePayment.arguments.1.customer.email',
        ].map((field) => `\`type of ${field}\` removed: the type has no such field`),
      },
      {
        name: 'a field that is gone from a type',
        edit: ({ components: { schemas } }) => delete schemas.Payment.properties.scheme_id,
        lines: ['`type of Payment.scheme_id` removed: the type has no such field'],
      },
      {
        name: 'the innermost fields that callers can no longer read',
        edit: ({ components: { schemas } }) => {
          schemas.Payment.properties.eci = { type: 'integer' };
          schemas.TokenResponse.required = schemas.TokenResponse.required.slice(1);
        },
        lines: [
          ...['getPaymentsList.data.data.items.eci', 'getPaymentDetails.data.eci'].map(
            (field) =>
              `\`type of ${field}\` modified: the type was string | null | undefined and is number | undefined`,
          ),
          '`type of getToken.data.access_token` modified: the type was string and is string | undefined',
        ],
      },
      {
        name: 'the innermost field that callers can no longer send',
        edit: ({ components: { schemas } }) => schemas.CaptureRequest.properties.capture_type.enum.pop(),
        lines: [
          '`type of capturePayment.arguments.1.capture_type` modified: the type was "Final" | "NonFinal" | undefined' +
            ' and is "NonFinal" | undefined',
        ],
      },
      {
        name: 'a parameter that becomes required',
        edit: ({ components: { parameters } }) => {
          parameters.Limit.required = true;
        },
        lines: [
          '`type of getPaymentsList.arguments.0.limit` modified: the type was number | undefined and is number',
        ],
      },
    ];

    // One comparison for all, because each compiles the types.
    let changes: readonly string[];
    beforeAll(async () => {
      changes = await describeTypes((document) => {
        for (const { edit } of cases) edit(document);
      });
    }, COMPILED);

    it.each(cases)('finds $name', ({ lines }) => {
      expect(changes).toEqual(expect.arrayContaining([...lines]));
    });

    it('finds nothing else', () => {
      expect([...changes].sort()).toEqual(cases.flatMap(({ lines }) => lines).sort());
    });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document } from '../lib/description.js';
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
  return (await compareTypes(base, revision)).map((change) => describeChange(rateChange(change, revision)));
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

  it('finds methods and types that are gone', async () => {
    const changes = await describeTypes((document) => {
      document.paths['/payments/{id}/voids'].post.operationId = 'cancelPayment';
      const text = JSON.stringify(document).replaceAll('schemas/Balances"', 'schemas/Amounts"');
      Object.assign(document, JSON.parse(text));
      document.components.schemas.Amounts = document.components.schemas.Balances;
      delete document.components.schemas.Balances;
    });
    expect(changes).toEqual([
      '`type of voidPayment` removed: the client has no such method',
      '`type of Balances` removed: the package exports no such type',
    ]);
  });

  it('finds a field that is gone from an object with any further fields', async () => {
    const changes = await describeTypes(({ components: { schemas } }) => {
      delete schemas.Customer.properties.email;
    });
    expect(changes).toContain('`type of Customer.email` removed: the type has no such field');
  });

  it('finds the innermost field that callers can no longer read or send', async () => {
    const changes = await describeTypes(({ components: { schemas } }) => {
      schemas.Payment.properties.eci = { type: 'integer' };
      schemas.CaptureRequest.properties.capture_type.enum.pop();
      schemas.TokenResponse.required = schemas.TokenResponse.required.slice(1);
      delete schemas.Payment.properties.scheme_id;
    });
    expect(changes).toContainEqual(
      expect.stringMatching(/`type of capturePayment\.arguments\.1\.capture_type` modified: /),
    );
    expect(changes).toContainEqual(
      expect.stringMatching(
        /`type of getPaymentDetails\.data\.eci` modified: the type was string .* and is number/,
      ),
    );
    expect(changes).toContainEqual(
      expect.stringMatching(/`type of getToken\.data\.access_token` modified: /),
    );
    expect(changes).toContain('`type of Payment.scheme_id` removed: the type has no such field');
  });

  it('throws for a description whose types do not compile', async () => {
    const edited = describeTypes((document) => {
      document.paths['/payments/{id}/refunds'].post['x-signature'].site = 'nowhere';
    });
    await expect(edited).rejects.toThrow(/Could not compile the generated types\. .*revision.*nowhere/);
  });

  it('finds a parameter that becomes required', async () => {
    const changes = await describeTypes((document) => {
      document.components.parameters.Limit.required = true;
    });
    expect(changes).toEqual([
      expect.stringMatching(/^`type of getPaymentsList\.arguments\.0\.limit` modified: /),
    ]);
  });
});

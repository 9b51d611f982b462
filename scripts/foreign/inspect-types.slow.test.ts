import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspectTypes } from './inspect-types.js';

const PAYMENT = `export interface Payment {
  payment_type?: 'Regular' | 'MOTO' | null;
  pan_type_processed?: 'fpan' | 'dpan' | null;
}
`;

const RESULT = 'export type PaymentResult = { id: string; [key: string]: unknown };\n';

const MODELS = ['Payment', 'PaymentResult'];

async function inspect(source: string) {
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-inspect-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const entry = join(folder, 'client.ts');
  await writeFile(entry, source);
  return inspectTypes(entry, MODELS);
}

describe('inspectTypes', { timeout: 30_000 }, () => {
  it('finds nothing to object to in types that keep everything', async () => {
    expect(await inspect(PAYMENT + RESULT)).toEqual({
      compiles: 'yes',
      renamed: 'none',
      nullable: 'yes',
      open: 'yes',
    });
  });

  it('reports a client that does not compile under strict', async () => {
    const { compiles } = await inspect(`${PAYMENT}${RESULT}export const id = (x) => x;`);
    expect(compiles).toContain("implicitly has an 'any' type");
  });

  it('names models that the client has under another name', async () => {
    const { renamed } = await inspect(PAYMENT.replace('Payment', 'Payment2') + RESULT);
    expect(renamed).toBe('Payment');
  });

  it.each([
    ['null', PAYMENT.replace("'MOTO' | null", "'MOTO'")],
    ['a member', PAYMENT.replace("'fpan' | 'dpan'", 'string')],
  ])('reports an enum that lost %s', async (_lost, payment) => {
    expect((await inspect(payment + RESULT)).nullable).toBe('no');
  });

  it('reports a result that lost its openness', async () => {
    expect((await inspect(PAYMENT + RESULT.replace('[key: string]: unknown', ''))).open).toBe('no');
  });
});

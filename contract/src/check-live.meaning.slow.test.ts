import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDeviation, type Report } from './report/report.js';
import { changeBody, combine } from './testing/alterations.js';
import type { CatalogedDeviation } from './testing/deviations/builders.js';
import { DEVIATIONS } from './testing/deviations/catalog.js';
import type { Alteration } from './testing/provider.js';
import { makePayment, startTestRunner, type TestRunner, WRITES } from './testing/test-run.js';

describe('checkLive on a server whose responses mean something else', () => {
  let runner: TestRunner;
  beforeAll(async () => {
    runner = await startTestRunner();
    await makePayment(runner.provider.sandbox);
    await makePayment(runner.provider.sandbox);
  });
  afterAll(() => runner.close());

  const reports = new Map<string, Promise<Report>>();

  /** Checks a server with all deviations that belong to a run, once for all of them. */
  function runWithDeviations(run: CatalogedDeviation['run']): Promise<Report> {
    const known = reports.get(run);
    if (known) return known;
    const seeded = DEVIATIONS.filter((deviation) => deviation.run === run).map(({ alter }) => alter());
    const report = runner
      .run(run.startsWith('writes') ? WRITES : {}, combine(seeded))
      .then((one) => one.report);
    reports.set(run, report);
    return report;
  }

  it.each(DEVIATIONS)('reports $what', async ({ run, reported }) => {
    const report = await runWithDeviations(run);
    const all = report.deviations.flatMap((deviation) => [deviation, ...(deviation.related ?? [])]);
    const found = all.map(
      ({ operationId, place, meaning }) => `${operationId} ${place} ${meaning?.check ?? 'shape'}`,
    );
    expect(found, report.deviations.map(formatDeviation).join('\n')).toContain(reported.join(' '));
  });

  it.each<{ what: string; alteration: Alteration; reported: readonly string[] }>([
    {
      what: 'amounts of actions that are a hundred times too small',
      alteration: changeBody('getPaymentActions', 200, (body) =>
        Object.values(body).map((action) => ({ ...Object(action), amount: Object(action).amount / 100 })),
      ),
      reported: ['getPaymentActions body.*.amount amounts'],
    },
    {
      what: 'actions that are not approved',
      alteration: changeBody('getPaymentActions', 200, (body) =>
        Object.values(body).map((action) => ({ ...Object(action), approved: false })),
      ),
      reported: ['getPaymentActions body.*.approved agreement'],
    },
    {
      what: 'identifiers of actions of another type',
      alteration: changeBody('getPaymentActions', 200, (body) =>
        Object.values(body).map((action, index) => ({ ...Object(action), id: index })),
      ),
      reported: ['getPaymentActions body.*.id shape'],
    },
    {
      what: 'another currency in the details',
      alteration: changeBody('getPaymentDetails', 200, (body) => ({ ...body, currency: 'EUR' })),
      reported: ['getPaymentDetails body.currency echo'],
    },
  ])('reports a cause once, with what follows from it: $what', async ({ alteration, reported }) => {
    const { report } = await runner.run(WRITES, alteration);
    const lines = report.deviations.map(
      ({ operationId, place, meaning }) => `${operationId} ${place} ${meaning?.check ?? 'shape'}`,
    );
    expect(lines, report.deviations.map(formatDeviation).join('\n')).toEqual(reported);
    expect(report.deviations[0]?.related).not.toEqual(undefined);
  });
});

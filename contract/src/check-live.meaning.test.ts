import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDeviation } from './report/report.js';
import { DEVIATIONS } from './testing/deviations/catalog.js';
import { makePayment, startTestRunner, type TestRunner, WRITES } from './testing/test-run.js';

describe('checkLive on a server whose responses mean something else', () => {
  let runner: TestRunner;
  beforeAll(async () => {
    runner = await startTestRunner();
    await makePayment(runner.provider.sandbox);
    await makePayment(runner.provider.sandbox);
  });
  afterAll(() => runner.close());

  it.each(DEVIATIONS)('reports $what', async ({ run, alter, reported }) => {
    const { report } = await runner.run(run === 'writes' ? WRITES : {}, alter());
    const found = report.deviations.map(
      ({ operationId, place, meaning }) => `${operationId} ${place} ${meaning?.check ?? 'shape'}`,
    );
    expect(found, report.deviations.map(formatDeviation).join('\n')).toContain(reported.join(' '));
  });
});

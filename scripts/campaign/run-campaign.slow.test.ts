import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withTemporaryFolder } from '../lib/interruption.js';
import { redisInstalled } from './faults/redis-process.js';
import { type CampaignOptions, readOptions } from './options.js';
import { withPrograms } from './programs.js';
import type { CampaignReport } from './report.js';
import { runCampaign, runPrograms } from './run-campaign.js';
import { listShortfalls } from './shortfalls.js';

// Most of the time is the start of processes.
describe.concurrent('runCampaign', () => {
  it('finds that everything is done, and each effect happened once, when nothing strikes', async () => {
    const report = await run({ lives: 30, struck: 0, kills: 0, outages: 0 });

    expect(summarize(report)).toEqual({ double: 0, lost: 0, false: 0, leaked: 0, open: [] });
    expect(report.struck).toBe(0);
    expect(report.intents).toBeGreaterThan(60);
  });

  it('finds nothing double, lost or leaked with the documented loop under faults, kills and outages', async () => {
    expectClean(await run({ merchant: 'loop', lives: 100, kills: 2, outages: 1 }));
  });

  it.skipIf(!redisInstalled)('finds nothing double, lost, leaked or open with the journal', async () => {
    const report = await run({ merchant: 'journal', lives: 100, kills: 2, outages: 1, strictKeys: true });

    expectClean(report);
    // The guide says of all others that they are settled.
    const left = Object.keys(report.questions).filter((one) => !/^(reverse|refund|cancel)/.test(one));
    expect(left).toEqual([]);
    expect(report.incidents).toEqual({ kill: 2, 'api outage': 1, 'store outage': 1, 'clock jump': 2 });
  });

  it.skipIf(!redisInstalled)(
    'finds nothing double, lost or leaked with a journal without `exclusive`',
    async () => {
      expectClean(await run({ merchant: 'journal-without-exclusive', lives: 100, kills: 2, outages: 1 }));
    },
  );

  it.each([
    ['before it is ready', 'process.exit(7);', 7],
    ['in a phase', onPhase("process.kill(process.pid, 'SIGKILL')"), 'SIGKILL'],
    ['between two phases', onPhase("process.send({ type: 'through' }, () => process.exit(7))"), 7],
  ])('fails when a worker ends %s', async (_, worker, status) => {
    await expect(runWorker(worker, { lives: 1, workers: 1, kills: 0, outages: 0 })).rejects.toThrow(
      `ended with ${status}:`,
    );
  });
});

/** The program of a worker that does something when a phase begins. */
function onPhase(action: string): string {
  return `process.send({ type: 'ready' }); process.on('message', () => ${action});`;
}

/** Runs a campaign whose workers run a program in JavaScript. */
function runWorker(program: string, own: Partial<CampaignOptions>): Promise<CampaignReport> {
  return withPrograms((programs) =>
    withTemporaryFolder('lddpay-worker-', async (folder) => {
      const worker = join(folder, 'worker.mjs');
      await writeFile(worker, program);
      return runPrograms({ ...programs, worker }, createOptions(own), () => {});
    }),
  );
}

function run(own: Partial<CampaignOptions>): Promise<CampaignReport> {
  return runCampaign(createOptions(own), () => {});
}

function createOptions(own: Partial<CampaignOptions>): CampaignOptions {
  return { ...(readOptions(['--seed', '1', '--workers', '2']) as CampaignOptions), ...own };
}

function expectClean(report: CampaignReport): void {
  const { failedReads } = report;
  const nothing = { double: 0, lost: 0, false: 0, leaked: 0, open: [] };
  expect(summarize(report), `failed reads in the last phase: ${failedReads.join('\n') || 'none'}`).toEqual(
    nothing,
  );
  // So few lives may show no report of some outcome.
  expect(listShortfalls(report).filter((line) => !line.startsWith('reports of'))).toEqual([]);
  expect(report.struck / report.requests).toBeCloseTo(0.4, 1);
  expect(report.intents).toBeGreaterThan(100);
}

function summarize({ discrepancies, falseOutcomes, leaks, open }: CampaignReport) {
  const count = (kind: string) => discrepancies.filter((one) => one.kind === kind).length;
  return {
    double: count('double'),
    lost: count('lost'),
    false: falseOutcomes.length,
    leaked: leaks.length,
    open,
  };
}

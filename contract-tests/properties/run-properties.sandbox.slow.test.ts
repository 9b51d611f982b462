import { describe, expect, it } from 'vitest';
import { checks } from './checks/checks.js';
import { OPERATION_IDS, readSeed } from './options.js';
import { readRegressions } from './regressions.js';
import { renderViolation } from './render-violation.js';
import { runProperties } from './run-properties.js';

const seed = readSeed(process.env, 1);

/** Long enough to make the failing cases of many checks smaller, in ms. */
const TIMEOUT = 300_000;

describe(`the properties of the contract, with the seed ${seed}`, { timeout: TIMEOUT }, () => {
  it('hold for the sandbox, in this process and over sockets', async () => {
    const targets = ['the sandbox', 'the sandbox over HTTP'] as const;
    const options = { requests: 11_500, seed, operations: OPERATION_IDS, targets };

    const report = await runProperties(options, await readRegressions(), () => {});

    expect(report.violations.map(renderViolation)).toEqual([]);
    expect(Math.min(...Object.values(report.requests))).toBeGreaterThan(1000);
    const tried = new Set(report.cases.map(({ check, target }) => `${check} ${target}`));
    expect(tried.size).toBe(checks.length * targets.length);
  });
});

describe('runProperties', { timeout: TIMEOUT }, () => {
  const options = { seed: 1, operations: ['voidPayment'], targets: ['the sandbox'] } as const;

  it('sends hardly more requests than it is told to, of the listed ones and at random', async () => {
    const report = await runProperties({ ...options, requests: 100 }, [], () => {});
    expect(report.violations).toEqual([]);
    expect(report.requests['the sandbox']).toBeGreaterThanOrEqual(100);
    expect(report.requests['the sandbox']).toBeLessThan(110);
    expect([...report.leftOut.keys()]).toEqual(['there are too few requests for all listed ones']);
  });

  it('makes a kept failure small, reports it once and goes on', async () => {
    const invalid = { reference: 5, metadata: { a: 'b' } };
    const kept = { check: 'accepts valid data', operation: 'voidPayment', problems: [] } as const;
    const request = {
      operationId: 'voidPayment',
      payment: 'authorized',
      id: '{payment}',
      query: {},
    } as const;
    const regressions = ['a', 'b'].map((key) => ({
      ...kept,
      case: { ...request, headers: { 'Cko-Idempotency-Key': key }, body: invalid },
    }));

    const report = await runProperties({ ...options, requests: 600 }, regressions, () => {});

    expect(report.violations).toMatchObject([
      { case: { operationId: 'voidPayment', query: {}, headers: {}, body: { reference: 0 } } },
    ]);
    const [count] = report.cases.filter(({ check }) => check === kept.check);
    expect(count?.count).toBeGreaterThan(30);
  });
});

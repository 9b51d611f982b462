import { describe, expect, it } from 'vitest';
import { checks } from './checks/checks.js';
import { OPERATION_IDS, readSeed } from './options.js';
import { readRegressions } from './regressions.js';
import { renderViolation } from './render-violation.js';
import { runProperties } from './run-properties.js';

const seed = readSeed(process.env, 1);

/** Long enough to make the failing cases of many checks smaller, in milliseconds. */
const TIMEOUT = 300_000;

describe(`the properties of the contract, with the seed ${seed}`, { timeout: TIMEOUT }, () => {
  it('hold for the sandbox, in this process and over sockets', async () => {
    const targets = ['the sandbox', 'the sandbox over HTTP'] as const;
    const options = { requests: 8000, seed, operations: OPERATION_IDS, targets };

    const report = await runProperties(options, await readRegressions(), () => {});

    expect(report.violations.map(renderViolation)).toEqual([]);
    expect(Math.min(...Object.values(report.requests))).toBeGreaterThan(1000);
    const tried = new Set(report.cases.map(({ check, target }) => `${check} ${target}`));
    expect(tried.size).toBe(checks.length * targets.length);
  });
});

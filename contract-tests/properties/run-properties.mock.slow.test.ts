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
  it("hold for Prism's mock, apart from those that it cannot show", async () => {
    const options = { requests: 2000, seed, operations: OPERATION_IDS, targets: ['the mock'] as const };

    const report = await runProperties(options, await readRegressions(), () => {});

    expect(report.violations.map(renderViolation)).toEqual([]);
    const shown = checks.filter(({ excluded }) => !excluded?.['the mock']).map(({ name }) => name);
    expect(report.cases.map(({ check }) => check).sort()).toEqual(shown.sort());
  });
});

import { describe, expect, it } from 'vitest';
import { createReport, isSufficient, renderReport } from './report.js';

const FACTS = {
  target: 'client',
  seed: 7,
  population: 90,
  cached: 1,
  requiredShare: 0.5,
  seconds: 12.4,
  cpuSeconds: 20,
  load: 1.5,
  staleExcuses: [],
};
const RESULTS = [
  { name: 'a', mutator: 'boundary', killedBy: 'a.test.ts', detail: 'fails' },
  { name: 'b', mutator: 'boundary', killedBy: undefined, detail: '' },
  { name: 'c', mutator: 'nullish', killedBy: undefined, detail: '' },
];

describe('createReport', () => {
  it('counts mutants by mutator and check, and leaves excused ones out of the share', () => {
    expect(createReport(FACTS, RESULTS, { c: 'the same' })).toMatchObject({
      mutants: 3,
      killed: 1,
      excused: 1,
      survived: 1,
      killedShare: 0.5,
      mutators: {
        boundary: { mutants: 2, killed: 1, excused: 0, survived: 1 },
        nullish: { mutants: 1, killed: 0, excused: 1, survived: 0 },
      },
      checks: { 'a.test.ts': 1 },
      survivors: [
        { name: 'b', mutator: 'boundary' },
        { name: 'c', mutator: 'nullish', excuse: 'the same' },
      ],
    });
  });
});

describe('isSufficient', () => {
  it('requires the share, and that each excuse applies', () => {
    expect(isSufficient(createReport(FACTS, RESULTS, { c: 'the same' }))).toBe(true);
    expect(isSufficient(createReport(FACTS, RESULTS, {}))).toBe(false);
    const stale = { ...FACTS, staleExcuses: ['d: there is no such mutant'] };
    expect(isSufficient(createReport(stale, RESULTS, { c: 'the same' }))).toBe(false);
  });

  it('accepts a run without mutants', () => {
    expect(isSufficient(createReport(FACTS, [], {}))).toBe(true);
  });
});

describe('renderReport', () => {
  it('shows the counts, the survivors without an excuse and the circumstances', () => {
    const facts = { ...FACTS, staleExcuses: ['d: there is no such mutant'] };
    expect(renderReport(createReport(facts, RESULTS, { c: 'the same' }))).toBe(
      `mutator   mutants  killed  excused  survived   share
boundary        2       1        0         1  50.0 %
nullish         1       0        1         0       –
all             3       1        1         1  50.0 %

killed by  mutants
a.test.ts        1

Survivors:
  b

Excuses that no longer apply:
  d: there is no such mutant

3 of 90 mutants (seed 7), 1 from earlier runs; 12 s, 20 s of CPU, load 1.5
50.0 % killed, 50 % required`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { type CampaignOptions, readOptions } from './options.js';
import { type CampaignReport, isClean, renderReport } from './report.js';

const REPORT: CampaignReport = {
  options: readOptions(['--seed', '7', '--lives', '100']) as CampaignOptions,
  intents: 250,
  calls: 400,
  requests: 500,
  struck: 201,
  incidents: { kill: 1, 'api outage': 2, 'store outage': 3, 'clock jump': 4 },
  outcomes: { not_sent: 20, rejected: 10, unknown: 30 },
  discrepancies: [],
  falseOutcomes: [],
  leaks: [],
  open: [],
  failedReads: [],
  questions: { 'refundPayment: sees 1 effect that may be its own, and took effect': 4 },
  corrected: 1,
  seconds: 12.4,
};
const LOST: CampaignReport['discrepancies'][number] = {
  kind: 'lost',
  intent: 'ORD-000001-2-refund',
  problem: 'believed to have had no effect, and it had',
  beliefs: [{ state: 'nothing', reason: 'rejected api 403', phase: 0, at: 1 }],
  effects: [],
  trace: [],
};
const OPEN: CampaignReport['open'][number] = {
  intent: 'ORD-000001-2-refund',
  problem: 'refundPayment: unknown timeout',
  beliefs: [],
  effects: [],
  trace: [],
};
const FALSE: CampaignReport['falseOutcomes'][number] = {
  operationId: 'refundPayment',
  idempotencyKey: 'k',
  outcome: 'rejected',
  sentAt: 1,
  endedAt: 2,
  effect: { paymentId: 'pay_1', idempotencyKey: 'k', at: 1, entries: [] },
  trace: [],
};

describe('renderReport', () => {
  it('shows the figures, and what is unknown or left to the provider by its reason', () => {
    const text = renderReport({ ...REPORT, open: [OPEN, OPEN, OPEN] });

    expect(text).toMatch(/^lives +100$/m);
    expect(text).toMatch(/^struck +40\.2 %$/m);
    expect(text).toMatch(/^unknown after recovery +3$/m);
    expect(text).toMatch(/^left to the provider +4$/m);
    expect(text).toMatch(/^ {2}refundPayment: sees 1 effect that may be its own, and took effect +4$/m);
    expect(text).toMatch(/^ {2}refundPayment: unknown timeout +3$/m);
  });

  it('counts false outcomes beside all that were reported', () => {
    const text = renderReport({ ...REPORT, falseOutcomes: [FALSE] });

    expect(text).toMatch(/^false rejected +1 of 10$/m);
    expect(text).toMatch(/^false not_sent +0 of 20$/m);
    expect(text).toMatch(/^ {2}refundPayment reported rejected +1$/m);
  });

  it('shows how often each incident happened', () => {
    const text = renderReport(REPORT);

    expect(text).toMatch(/^kills +1$/m);
    expect(text).toMatch(/^outages of the API +2$/m);
    expect(text).toMatch(/^outages of the stores +3$/m);
    expect(text).toMatch(/^clock jumps +4$/m);
  });

  it('counts equal discrepancies and leaks', () => {
    const leaks = [{ secret: 'token', location: 'output-0.log' }];
    const text = renderReport({ ...REPORT, discrepancies: [LOST, LOST], leaks });

    expect(text).toMatch(/^lost +2$/m);
    expect(text).toMatch(
      /^ {2}lost: refund believed to have had no effect, and it had \(rejected api 403\) +2$/m,
    );
    expect(text).toMatch(/^ {2}token in output-0\.log +1$/m);
  });
});

describe('isClean', () => {
  it('is true when nothing is double, lost, false or leaked, also where something is left to the provider', () => {
    expect(isClean({ ...REPORT, questions: {} })).toBe(true);
    expect(isClean(REPORT)).toBe(true);
  });

  it('is false when something is unknown in the end', () => {
    expect(isClean({ ...REPORT, open: [OPEN] })).toBe(false);
  });

  it('is false when too little happened', () => {
    const report = { ...REPORT, outcomes: { ...REPORT.outcomes, rejected: 0 } };

    expect(isClean(report)).toBe(false);
    expect(renderReport(report)).toMatch(
      /^proves too little\n {2}reports of rejected: 0, and at least 1 are needed$/m,
    );
  });

  it('is false after a false outcome', () => {
    expect(isClean({ ...REPORT, falseOutcomes: [FALSE] })).toBe(false);
  });

  it('is false after a discrepancy or a leak', () => {
    expect(isClean({ ...REPORT, discrepancies: [LOST] })).toBe(false);
    expect(isClean({ ...REPORT, leaks: [{ secret: 'token', location: 'output-0.log' }] })).toBe(false);
  });
});

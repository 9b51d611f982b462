import { describe, expect, it } from 'vitest';
import { type CampaignOptions, readOptions } from './options.js';
import { type CampaignReport, isClean, renderReport } from './report.js';

const REPORT: CampaignReport = {
  options: readOptions(['--seed', '7', '--lives', '100']) as CampaignOptions,
  intents: 250,
  calls: 400,
  requests: 500,
  struck: 201,
  discrepancies: [],
  leaks: [],
  open: { 'refundPayment: unknown timeout': 3 },
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

describe('renderReport', () => {
  it('shows the figures, and what is open by its reason', () => {
    const text = renderReport(REPORT);

    expect(text).toMatch(/^lives +100$/m);
    expect(text).toMatch(/^struck +40\.2 %$/m);
    expect(text).toMatch(/^open +3$/m);
    expect(text).toMatch(/^ {2}refundPayment: unknown timeout +3$/m);
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
  it('is true when nothing is double, lost or leaked, even if something is open', () => {
    expect(isClean(REPORT)).toBe(true);
  });

  it('is false after a discrepancy or a leak', () => {
    expect(isClean({ ...REPORT, discrepancies: [LOST] })).toBe(false);
    expect(isClean({ ...REPORT, leaks: [{ secret: 'token', location: 'output-0.log' }] })).toBe(false);
  });
});

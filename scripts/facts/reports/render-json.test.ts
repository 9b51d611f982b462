import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report.js';
import { renderJson } from './render-json.js';

const { source, changes } = sampleReport;

describe('renderJson', () => {
  it('contains the source, whether anything changed, and the changes by operation', () => {
    expect(JSON.parse(renderJson(sampleReport))).toEqual({
      source,
      changed: true,
      operations: {
        buy: changes.slice(0, 2).map(({ operation: _operation, ...change }) => change),
        sell: changes.slice(2, -1).map(({ operation: _operation, ...change }) => change),
        page: changes.slice(-1).map(({ operation: _operation, ...change }) => change),
      },
    });
  });

  it('says that nothing has changed', () => {
    expect(JSON.parse(renderJson({ ...sampleReport, changes: [] }))).toEqual({
      source,
      changed: false,
      operations: {},
    });
  });
});

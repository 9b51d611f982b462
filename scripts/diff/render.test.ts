import { describe, expect, it } from 'vitest';
import type { RatedChange } from './impact.js';
import { type DiffReport, renderChangelog, renderMarkdown, renderText } from './render.js';

describe('the diff report', () => {
  const change = { path: '', typeName: 'Response', verdicts: [], reason: undefined } as const;
  const pointer = '#/paths/~1payments/post/responses/503';
  const createReport = (revision: string): DiffReport => ({
    base: 'v0.1.0',
    versions: { base: '0.1.0', revision },
    required: '0.2.0',
    raised: revision === '0.2.0',
    changes: [
      { ...change, kind: 'added', impact: 'minor', revision: { pointer } },
      {
        ...change,
        kind: 'modified',
        impact: 'patch',
        isDocumentation: true,
        property: 'description',
        base: { pointer, value: 'Busy.' },
      },
    ],
  });

  it('lists the changes by impact in Markdown and names the required version', () => {
    expect(renderMarkdown(createReport('0.1.0'))).toContain(
      ['**Additions**', '', '- `POST /payments responses 503` added', '', '**Documentation**'].join('\n'),
    );
    expect(renderText(createReport('0.1.0'))).toContain('is 0.1.0: raise it to 0.2.0.');
    expect(renderText(createReport('0.2.0'))).toContain('is 0.2.0, which is high enough.');
  });

  it('lists only what callers notice in the changelog entry', () => {
    expect(renderChangelog(createReport('0.1.0'))).toBe(
      '### Description 0.2.0\n\n- `POST /payments responses 503` added\n',
    );
  });

  it('says only wording in the changelog entry when the contract is the same, and not otherwise', () => {
    const report = createReport('0.1.0');
    const [, wording] = report.changes as [RatedChange, RatedChange];
    const unnoticed: RatedChange = { ...wording, property: 'default', isDocumentation: false };
    expect(renderChangelog({ ...report, changes: [wording] })).toContain('- Only wording and examples.');
    expect(renderChangelog({ ...report, changes: [wording, unnoticed] })).toContain(
      '- Only changes that callers do not notice.',
    );
  });
});

import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report.js';
import { renderText } from './render-text.js';

describe('renderText', () => {
  it('groups the changes by operation, with the old and new value and what each needs', () => {
    const lines = stripVTControlCharacters(renderText(sampleReport)).split('\n');
    expect(lines.map((line) => line.trimEnd())).toEqual([
      'buy',
      '  + query a {"type":"string"}',
      '      one.yaml#/a',
      '  - query b',
      '      two.yaml#/b',
      '',
      'sell',
      '  renamed?: request.c -> request.d',
      '      three.yaml#/d, three.yaml#/c',
      '  ~ request.e default: "1" -> 1',
      '      four.yaml#/e',
      '  ~ request.f enum: not stated -> ["`a`","</script>"]',
      '      five.yaml#/`a`',
      '  the text of request.g changed; it reads now: In cents.',
      '      may answer an open question: In which unit?',
      '      read it, and compare six.yaml',
      '  the text of the operation is gone',
      '      read it',
      '',
      'page',
      '  the text outside the operations changed; it reads now: Hello.',
      '      read it',
      '',
      '8 changes in 2 operations and the rest of the page; the page is dated 2024-02-03T04:05:06, the facts 2024-01-01T00:00:00.',
    ]);
  });

  it('says in one line that nothing has changed', () => {
    expect(renderText({ ...sampleReport, changes: [] })).toBe(
      'Nothing has changed; the page is dated 2024-02-03T04:05:06, the facts 2024-01-01T00:00:00.',
    );
  });

  it('omits the date of the facts if they have never been written', () => {
    const changes = sampleReport.changes.slice(0, 1);
    expect(renderText({ ...sampleReport, since: undefined, changes })).toMatch(
      /1 change in 1 operation; the page is dated 2024-02-03T04:05:06\.$/,
    );
  });
});

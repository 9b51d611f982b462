import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report.js';
import { renderMarkdown } from './render-markdown.js';

describe('renderMarkdown', () => {
  it('contains a heading, both dates, a checklist for each operation, and how to accept the page', () => {
    const lines = renderMarkdown(sampleReport).split('\n');
    expect(lines.map((line) => line.trimEnd())).toEqual([
      '# The documentation has changed',
      '',
      'The page <https://docs.example/payments/> is dated 2024-02-03T04:05:06; the committed facts are dated 2024-01-01T00:00:00.',
      '',
      '## buy',
      '',
      '- [ ] added: `query a` `{"type":"string"}`',
      '  - `one.yaml#/a`',
      '- [ ] removed: `query b`',
      '  - `two.yaml#/b`',
      '',
      '## sell',
      '',
      '- [ ] renamed?: `request.c` to `request.d`',
      '  - `three.yaml#/d, three.yaml#/c`',
      '- [ ] changed: `request.e`, `default` from `"1"` to `1`',
      '  - `four.yaml#/e`',
      '- [ ] changed: `request.f`, `enum` from `not stated` to `` ["`a`","</script>"] ``',
      '  - `` five.yaml#/`a` ``',
      '- [ ] the text of `request.g` changed; it reads now: `In cents.`',
      '  - **may answer an open question:** In which unit?',
      '  - `read it, and compare six.yaml`',
      '- [ ] the text of the operation is gone',
      '  - `read it`',
      '',
      '## page',
      '',
      '- [ ] the text outside the operations changed; it reads now: `Hello.`',
      '  - `read it`',
      '',
      '## To accept',
      '',
      'Run these commands with the file or URL of the page; the second one lists what the description still lacks:',
      '',
      '```sh',
      'npm run facts -- FILE_OR_URL --write',
      'npm run check:facts',
      '```',
    ]);
  });

  it('says that no facts are committed yet', () => {
    expect(renderMarkdown({ ...sampleReport, since: undefined })).toContain('; no facts are committed yet.');
  });

  it('says that nothing has changed', () => {
    expect(renderMarkdown({ ...sampleReport, changes: [] })).toMatch(
      /^# The documentation has not changed\n\n.*2024-02-03/,
    );
  });
});

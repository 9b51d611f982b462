import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { LocatedChange } from '../locations/locate-changes.js';
import type { Drift } from './facts-report.js';
import { jsonReport } from './render-json.js';
import { markdownReport } from './render-markdown.js';
import { textReport } from './render-text.js';

const changes: LocatedChange[] = [
  {
    operation: 'buy',
    element: 'query a',
    kind: 'added',
    after: { type: 'string' },
    needs: 'one.yaml: add it',
  },
  { operation: 'buy', element: 'query b', kind: 'removed', before: {}, needs: 'two.yaml: remove it' },
  {
    operation: 'sell',
    element: 'request.c',
    kind: 'renamed',
    before: 'request.c',
    after: 'request.d',
    needs: 'three.yaml: rename it',
  },
  {
    operation: 'sell',
    element: 'request.e',
    kind: 'changed',
    keyword: 'default',
    before: '1',
    after: 1,
    needs: 'four.yaml: set it',
  },
  {
    operation: 'sell',
    element: 'request.f',
    kind: 'changed',
    keyword: 'enum',
    after: ['`a`', '</script>'],
    needs: 'five.yaml: add "`a`"',
  },
];

const drift: Drift = {
  source: { url: 'https://docs.example/shop/', id: 7, modified: '2024-02-03T04:05:06' },
  since: '2024-01-01T00:00:00',
  changes,
};

const lines = (text: string) => text.split('\n').map((line) => line.trimEnd());

describe('the report for people', () => {
  it('groups the changes by operation, with old and new value and what is needed', () => {
    expect(lines(stripVTControlCharacters(textReport(drift)))).toEqual([
      'buy',
      '  + query a {"type":"string"}',
      '      one.yaml: add it',
      '  - query b',
      '      two.yaml: remove it',
      '',
      'sell',
      '  renamed?: request.c -> request.d',
      '      three.yaml: rename it',
      '  ~ request.e default: "1" -> 1',
      '      four.yaml: set it',
      '  ~ request.f enum: not stated -> ["`a`","</script>"]',
      '      five.yaml: add "`a`"',
      '',
      '5 changes in 2 operations; the page is of 2024-02-03T04:05:06, the facts are of 2024-01-01T00:00:00.',
    ]);
  });

  it('says in one line that nothing has changed', () => {
    expect(textReport({ ...drift, changes: [] })).toBe(
      'Nothing has changed; the page is of 2024-02-03T04:05:06, the facts are of 2024-01-01T00:00:00.',
    );
  });

  it('does without a date where no facts have been written yet', () => {
    expect(textReport({ ...drift, since: undefined, changes: changes.slice(0, 1) })).toMatch(
      /1 change in 1 operation; the page is of 2024-02-03T04:05:06\.$/,
    );
  });
});

describe('the report for programs', () => {
  it('has the source, whether anything changed, and the changes by operation', () => {
    expect(JSON.parse(jsonReport(drift))).toEqual({
      source: drift.source,
      changed: true,
      operations: {
        buy: changes.slice(0, 2).map(({ operation: _operation, ...change }) => change),
        sell: changes.slice(2).map(({ operation: _operation, ...change }) => change),
      },
    });
  });

  it('says that nothing has changed', () => {
    expect(JSON.parse(jsonReport({ ...drift, changes: [] }))).toEqual({
      source: drift.source,
      changed: false,
      operations: {},
    });
  });
});

describe('the report for an issue', () => {
  it('has a heading, both dates, a checklist for each operation, and how to accept the page', () => {
    expect(lines(markdownReport(drift))).toEqual([
      '# The documentation has changed',
      '',
      'The page <https://docs.example/shop/> is of 2024-02-03T04:05:06; the committed facts are of 2024-01-01T00:00:00.',
      '',
      '## buy',
      '',
      '- [ ] added: `query a` `{"type":"string"}`',
      '  - `one.yaml: add it`',
      '- [ ] removed: `query b`',
      '  - `two.yaml: remove it`',
      '',
      '## sell',
      '',
      '- [ ] renamed?: `request.c` to `request.d`',
      '  - `three.yaml: rename it`',
      '- [ ] changed: `request.e`, `default` from `"1"` to `1`',
      '  - `four.yaml: set it`',
      '- [ ] changed: `request.f`, `enum` from `not stated` to `` ["`a`","</script>"] ``',
      '  - `` five.yaml: add "`a`" ``',
      '',
      '## To accept',
      '',
      'Take the page over from the file or URL that it was read from; the second command names what is left to do:',
      '',
      '```sh',
      'npm run facts -- FILE_OR_URL --write',
      'npm run check:facts',
      '```',
    ]);
  });

  it('says that nothing has changed', () => {
    expect(markdownReport({ ...drift, changes: [] })).toMatch(
      /^# The documentation has not changed\n\n.*2024-02-03/,
    );
  });
});

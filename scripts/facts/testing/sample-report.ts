import type { LocatedChange } from '../locations/locate-changes.js';
import type { FactsReport } from '../reports/facts-report.js';

const changes: LocatedChange[] = [
  {
    operation: 'buy',
    element: 'query a',
    kind: 'added',
    after: { type: 'string' },
    needs: 'one.yaml#/a',
  },
  { operation: 'buy', element: 'query b', kind: 'removed', before: {}, needs: 'two.yaml#/b' },
  {
    operation: 'sell',
    element: 'request.c',
    kind: 'renamed',
    before: 'request.c',
    after: 'request.d',
    needs: 'three.yaml#/d, three.yaml#/c',
  },
  {
    operation: 'sell',
    element: 'request.e',
    kind: 'changed',
    keyword: 'default',
    before: '1',
    after: 1,
    needs: 'four.yaml#/e',
  },
  {
    operation: 'sell',
    element: 'request.f',
    kind: 'changed',
    keyword: 'enum',
    after: ['`a`', '</script>'],
    needs: 'five.yaml#/`a`',
  },
  {
    operation: 'sell',
    element: 'request.g',
    kind: 'text',
    text: 'In cents.',
    needs: 'read it, and compare six.yaml',
    answers: ['In which unit?'],
  },
  { operation: 'sell', element: 'operation', kind: 'text', text: '', needs: 'read it' },
  { operation: 'page', element: 'text', kind: 'text', text: 'Hello.', needs: 'read it' },
];

/** A report with a change of each kind. */
export const sampleReport: FactsReport = {
  source: { url: 'https://docs.example/payments/', id: 7, modified: '2024-02-03T04:05:06' },
  since: '2024-01-01T00:00:00',
  changes,
};

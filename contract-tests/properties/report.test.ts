import { expect, it } from 'vitest';
import { renderReport } from './report.js';

it('renders the figures, the cases by check and target, the limits of targets, and violations as they are kept', () => {
  const violation = {
    check: 'accepts valid data',
    operation: 'getToken',
    target: 'the mock',
    case: { body: 1 },
    problems: ['the status is 500'],
  } as const;
  const text = renderReport({
    options: { requests: 10, seed: 5, operations: ['getToken'], targets: ['the sandbox', 'the mock'] },
    requests: { 'the sandbox': 7, 'the mock': 4 },
    cases: [{ check: 'accepts valid data', target: 'the mock', count: 3 }],
    leftOut: new Map([['a body that is null is none to Prism', 2]]),
    violations: [violation],
    seconds: 1.2,
  });

  expect(text).toMatch(
    /^seed +5\nrequests +11\n {2}the sandbox +7\n {2}the mock +4\nviolations +1\nduration +1 s$/m,
  );
  expect(text).toMatch(/^accepts valid data +– +3$/m);
  expect(text).toMatch(
    /^the mock cannot show that it names the methods of a path in Allow: its 405 has no Allow$/m,
  );
  expect(text).toMatch(/^2 cases were left out, since a body that is null is none to Prism$/m);
  expect(text).toContain(
    'the mock, getToken: does not hold that it accepts valid data\n  the status is 500\n',
  );
  const { target: _, ...kept } = violation;
  expect(JSON.parse(text.split('\n').at(-1) ?? '')).toEqual(kept);
});

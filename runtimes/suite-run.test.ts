import { expect, it } from 'vitest';
import { lastCompleted, parseResult } from './suite-run.js';

const RESULT = { name: 'a payment is approved', ms: 20, left: 1 };

it('parses a result that the suite printed', () => {
  expect(parseResult(JSON.stringify(RESULT))).toEqual(RESULT);
});

it('reports any other line as a failure', () => {
  expect(parseResult('Warning: deprecated')).toMatchObject({ failure: 'Warning: deprecated' });
});

it('names the last behaviour that was completed', () => {
  expect(lastCompleted([{ ...RESULT, name: 'first' }, RESULT])).toBe('a payment is approved');
  expect(lastCompleted([])).toBe('its start');
});

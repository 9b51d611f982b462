import { expect, it } from 'vitest';
import { planIncidents } from './incidents.js';

const COUNTS = { kill: 50, 'api outage': 5, 'store outage': 5, 'clock jump': 0 };

it('planIncidents plans each kind as often as it is told, in the phases with faults', () => {
  const incidents = planIncidents(1, COUNTS);

  expect(incidents.filter(({ kind }) => kind === 'kill')).toHaveLength(50);
  expect(incidents).toHaveLength(60);
  expect(incidents.every(({ phase, after }) => phase <= 2 && after > 0 && after < 1)).toBe(true);
});

it('planIncidents plans the same for the same seed', () => {
  expect(planIncidents(1, COUNTS)).toEqual(planIncidents(1, COUNTS));
  expect(planIncidents(2, COUNTS)).not.toEqual(planIncidents(1, COUNTS));
});

import { expect, it } from 'vitest';
import { deviationsOf } from './deviations.js';
import { createShow } from './shown.js';
import { observed } from './testing/observed.js';

const show = createShow([]);

it('a deviation that shows in several probes is reported once, with all of them', () => {
  const one = observed('getPaymentActions', 418);
  const other = { ...one, probe: { ...one.probe, what: 'in another test' } };
  expect(deviationsOf([one, other, one], show)).toEqual([
    {
      operationId: 'getPaymentActions',
      status: 418,
      place: 'status',
      problem: '418 is not documented; 200, 401, 404 are',
      judges: ['Ajv'],
      probes: ['in a test', 'in another test'],
    },
  ]);
});

it('a deviation of every item of a list is reported once', () => {
  const deviations = deviationsOf([observed('getPaymentActions', 200, ['a', 'b'])], show);
  expect(deviations.map(({ place, problem }) => `${place} ${problem}`)).toEqual([
    'body.* is of type string, not object',
  ]);
});

it('a deviation that Prism sees as well is said to be found by both', () => {
  const objections = [{ side: 'response', path: [], message: 'no such status' }] as const;
  const [deviation] = deviationsOf([observed('getPaymentActions', 418, undefined, { objections })], show);
  expect(deviation?.judges).toEqual(['Ajv', 'Prism']);
});

it('what Prism alone objects to is reported by names of the description, and not in its words', () => {
  const objection = { side: 'response', path: ['body', '0', 'id', '4242'], code: 'format' } as const;
  const objections = [{ ...objection, message: 'quotes 4242' }];
  expect(deviationsOf([observed('getPaymentActions', 200, [], { objections })], show)).toEqual([
    {
      operationId: 'getPaymentActions',
      status: 200,
      place: 'body.*.id.*',
      problem: 'breaks `format`, as Prism alone says',
      judges: ['Prism'],
      probes: ['in a test'],
    },
  ]);
});

it('a documented answer that is not due is reported by its status', () => {
  const [deviation, ...others] = deviationsOf(
    [observed('getPaymentActions', 200, [], { expected: [401] })],
    show,
  );
  expect(deviation).toMatchObject({ place: 'status', problem: 'is 200, where 401 is due' });
  expect(others).toEqual([]);
});

import { expect, it } from 'vitest';
import { createObservation } from '../testing/observation.js';
import { findDeviations } from './deviations.js';
import { createRedact } from './redact.js';

const redact = createRedact([]);

it('findDeviations reports a deviation of several probes once, with all of them', () => {
  const one = createObservation('getPaymentActions', 418);
  const other = { ...one, probe: { ...one.probe, what: 'in another test' } };
  expect(findDeviations([one, other, one], redact).deviations).toEqual([
    {
      operationId: 'getPaymentActions',
      status: 418,
      place: 'status',
      problem: '418 is not documented (documented: 200, 401, 404)',
      judges: ['Ajv'],
      probes: ['in a test', 'in another test'],
    },
  ]);
});

it('findDeviations reports a deviation of every item of an array once', () => {
  const { deviations } = findDeviations([createObservation('getPaymentActions', 200, ['a', 'b'])], redact);
  expect(deviations.map(({ place, problem }) => `${place} ${problem}`)).toEqual([
    'body.* is of type string, not object',
  ]);
});

it('findDeviations names both checkers of a deviation that Prism finds as well', () => {
  const prismViolations = [{ side: 'response', path: [], message: 'no such status' }] as const;
  const { deviations } = findDeviations(
    [createObservation('getPaymentActions', 418, undefined, { prismViolations })],
    redact,
  );
  expect(deviations[0]?.judges).toEqual(['Ajv', 'Prism']);
});

it('findDeviations reports what Prism alone finds by names of the description, and not in its words', () => {
  const violation = { side: 'response', path: ['body', '0', 'id', '4242'], code: 'format' } as const;
  const prismViolations = [{ ...violation, message: 'quotes 4242' }];
  expect(
    findDeviations([createObservation('getPaymentActions', 200, [], { prismViolations })], redact).deviations,
  ).toEqual([
    {
      operationId: 'getPaymentActions',
      status: 200,
      place: 'body.*.id.*',
      problem: 'violates `format`, according to Prism alone',
      judges: ['Prism'],
      probes: ['in a test'],
    },
  ]);
});

it('findDeviations reports a documented status that the probe does not expect', () => {
  const [deviation, ...others] = findDeviations(
    [createObservation('getPaymentActions', 200, [], { expected: [401] })],
    redact,
  ).deviations;
  expect(deviation).toMatchObject({ place: 'status', problem: 'is 200, expected 401' });
  expect(others).toEqual([]);
});

it.each([
  { status: 429, problem: 'is 429: the request was put off, which is documented and no deviation' },
  { status: 502, problem: 'is 502: the request failed, which is documented and no deviation' },
])('findDeviations allows a documented $status, whatever its body', (expected) => {
  const observation = createObservation('requestPayment', expected.status, 'of a gateway', {
    expected: [201],
  });
  const { deviations, allowed } = findDeviations([observation], redact);
  expect(deviations).toEqual([]);
  expect(allowed[0]).toMatchObject(expected);
});

it('findDeviations lists the places of a deviation and of the fields that are missing there', () => {
  const { places } = findDeviations([createObservation('getPaymentActions', 200, [{}])], redact);
  expect(places).toEqual(
    expect.arrayContaining([
      { operationId: 'getPaymentActions', status: 200, place: 'body.*' },
      { operationId: 'getPaymentActions', status: 200, place: 'body.*.id' },
    ]),
  );
});

it('findDeviations checks a long list of broken items in moments', () => {
  // The copies of all errors so far took minutes.
  const list = createObservation('getPaymentsList', 202, { data: Array(15_000).fill({}) });

  expect(findDeviations([list], redact).deviations.map(({ place }) => place)).toContain('body.data.*');
});

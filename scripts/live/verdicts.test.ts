import { describe, expect, it } from 'vitest';
import { document } from '../conformance/description.js';
import type { Observation } from './asking.js';
import { inferredElements } from './inferred.js';
import { signsOf } from './signs.js';
import { observed } from './testing/observed.js';
import { verdictsOf } from './verdicts.js';

const elements = inferredElements(document);
const ID = `pay_${'a'.repeat(26)}`;
const REFUSAL = { request_id: 'a', error_type: 'request_invalid', error_codes: ['limit_invalid'] };
const ACTION = {
  id: `act_${'a'.repeat(26)}`,
  type: 'Void',
  amount: 100,
  response_code: '10000',
  processed_on: '2026-03-01T09:00:00Z',
  approved: true,
};

/** What the observations say of an element, by its group and name. */
function verdict(of: string, ...observations: Observation[]): string {
  const signs = observations.flatMap((observation) => signsOf(observation, () => undefined));
  const found = verdictsOf(elements, signs).find(({ group, name }) => `${group} ${name}` === of);
  return found?.verdict ?? expect.unreachable();
}

/** The same with where it was seen. */
function seen(of: string, ...observations: Observation[]): string {
  const signs = observations.flatMap((observation) => signsOf(observation, () => undefined));
  return verdictsOf(elements, signs).find(({ group, name }) => `${group} ${name}` === of)?.seen ?? '';
}

describe('a path and its method', () => {
  const DETAILS = 'paths GET /payments/{id}';
  const LIST = 'paths GET /payments';

  it.each([
    { what: 'a documented success', of: LIST, answer: observed('getPaymentsList', 202, { data: [] }) },
    {
      what: 'a success with a fault inside',
      of: LIST,
      answer: observed('getPaymentsList', 202, { data: 'none' }),
    },
    {
      what: 'a documented refusal with its body',
      of: LIST,
      answer: observed('getPaymentsList', 422, REFUSAL),
    },
    {
      what: 'a documented success without a body',
      of: 'paths POST /payments/{id}/reversals',
      answer: observed('reversePayment', 204),
    },
  ])('are confirmed by $what', ({ of, answer }) => {
    expect(verdict(of, answer)).toBe('confirmed');
  });

  it.each([
    { what: 'a 404 for what is not there', of: DETAILS, answer: observed('getPaymentDetails', 404) },
    { what: 'a 401, which needs no path', of: DETAILS, answer: observed('getPaymentDetails', 401) },
    {
      what: 'a refusal with another body',
      of: LIST,
      answer: observed('getPaymentsList', 422, { message: 'no' }),
    },
    { what: 'a success without its body', of: LIST, answer: observed('getPaymentsList', 202) },
    { what: 'an undocumented success', of: LIST, answer: observed('getPaymentsList', 200, { data: [] }) },
  ])('are neither confirmed nor refuted by $what', ({ of, answer }) => {
    expect(verdict(of, answer)).toBe('not exercised');
  });

  it.each([404, 405, 501])('are refuted by a %i where something else was due', (status) => {
    expect(verdict(DETAILS, observed('getPaymentDetails', status, undefined, { expected: [200] }))).toBe(
      'refuted',
    );
  });

  it('are confirmed by one documented answer, whatever else is answered', () => {
    const unknown = observed('getPaymentsList', 404, undefined, { expected: [401] });
    expect(verdict(LIST, unknown, observed('getPaymentsList', 202, { data: [] }))).toBe('confirmed');
  });
});

describe('the content of a status', () => {
  const of = 'PaymentsListed content';

  it('is confirmed by a body of its form', () => {
    expect(verdict(of, observed('getPaymentsList', 202, { data: [] }))).toBe('confirmed');
  });

  it.each([[undefined], ['a text'], [{ items: [] }]])('is refuted by %j', (body) => {
    expect(verdict(of, observed('getPaymentsList', 202, body))).toBe('refuted');
  });

  it('says nothing of it when the status did not answer', () => {
    expect(verdict(of, observed('getPaymentsList', 401))).toBe('not exercised');
  });
});

describe('a schema', () => {
  const actions = (fields: object) => observed('getPaymentActions', 200, [{ ...ACTION, ...fields }]);

  it('has a keyword confirmed by a value that it holds for', () => {
    expect(verdict('PaymentAction id pattern', actions({}))).toBe('confirmed');
    expect(seen('PaymentAction id pattern', actions({}))).toBe('getPaymentActions 200');
  });

  it('has a keyword refuted by a value that breaks it, however many it holds for, and says how', () => {
    const of = 'PaymentAction id pattern';
    expect(verdict(of, actions({}), actions({ id: 'a' }), actions({}))).toBe('refuted');
    expect(seen(of, actions({ id: 'a' }))).toBe('getPaymentActions 200: it does not match `^act_\\w{26}$`');
  });

  it('has a keyword not exercised by a value that it says nothing of', () => {
    expect(verdict('PaymentAction amount minimum', actions({ amount: '100' }))).toBe('not exercised');
    expect(verdict('Processing additionalProperties', actions({ processing: { scheme: 'visa' } }))).toBe(
      'not exercised',
    );
    expect(verdict('Processing additionalProperties', actions({ processing: { other: 1 } }))).toBe(
      'confirmed',
    );
  });

  it('has a keyword refuted only by a value that breaks that one', () => {
    expect(verdict('PaymentAction response_code pattern', actions({ response_code: 10000 }))).toBe(
      'not exercised',
    );
    expect(verdict('PaymentAction id pattern', actions({ response_code: '1' }))).toBe('confirmed');
  });

  it('has a property confirmed by one that was seen, and the others not exercised', () => {
    const processing = actions({ processing: { scheme: 'visa' } });
    expect(verdict('Processing scheme', processing)).toBe('confirmed');
    expect(verdict('Processing recommendation_code', processing)).toBe('not exercised');
    expect(verdict('Processing scheme', actions({ processing: { scheme: 5 } }))).toBe('refuted');
  });

  it('stands as a whole when only something inside it is wrong', () => {
    const page = observed('getPaymentsList', 202, { data: [], total_count: 'many' });
    expect(verdict('PaymentsPage as a whole', page)).toBe('confirmed');
    expect(verdict('PaymentsPage total_count', page)).toBe('refuted');
  });

  it('of a request is confirmed when the request was accepted, and only then', () => {
    const sent = JSON.stringify({ amount: 100, currency: 'USD', source: { type: 'card' } });
    const of = 'PaymentRequest currency pattern';
    expect(verdict(of, observed('requestPayment', 201, { id: ID }, { sent }))).toBe('confirmed');
    expect(verdict(of, observed('requestPayment', 422, REFUSAL, { sent }))).toBe('not exercised');
  });
});

import { describe, expect, it } from 'vitest';
import { createObservation } from '../testing/observation.js';
import { seen, verdict } from './testing/verdicts.js';

const ID = `pay_${'a'.repeat(26)}`;
const REJECTION = { request_id: 'a', error_type: 'request_invalid', error_codes: ['limit_invalid'] };
const ACTION = {
  id: `act_${'a'.repeat(26)}`,
  type: 'Void',
  amount: 100,
  response_code: '10000',
  processed_on: '2026-03-01T09:00:00Z',
  approved: true,
};

describe('a path and its method', () => {
  const DETAILS = 'paths GET /payments/{id}';
  const LIST = 'paths GET /payments';

  it.each([
    {
      what: 'a documented success',
      of: LIST,
      observation: createObservation('getPaymentsList', 202, { data: [] }),
    },
    {
      what: 'a success with a violation in its body',
      of: LIST,
      observation: createObservation('getPaymentsList', 202, { data: 'none' }),
    },
    {
      what: 'a documented error with its body',
      of: LIST,
      observation: createObservation('getPaymentsList', 422, REJECTION),
    },
    {
      what: 'a documented success without a body',
      of: 'paths POST /payments/{id}/reversals',
      observation: createObservation('reversePayment', 204),
    },
  ])('are confirmed by $what', ({ of, observation }) => {
    expect(verdict(of, observation)).toBe('confirmed');
  });

  it.each([
    {
      what: 'a 404 for a missing payment',
      of: DETAILS,
      observation: createObservation('getPaymentDetails', 404),
    },
    {
      what: 'a 401, which any path can return',
      of: DETAILS,
      observation: createObservation('getPaymentDetails', 401),
    },
    {
      what: 'an error with another body',
      of: LIST,
      observation: createObservation('getPaymentsList', 422, { message: 'no' }),
    },
    {
      what: 'a success without its documented body',
      of: LIST,
      observation: createObservation('getPaymentsList', 202),
    },
    {
      what: 'an undocumented success',
      of: LIST,
      observation: createObservation('getPaymentsList', 200, { data: [] }),
    },
  ])('are neither confirmed nor refuted by $what', ({ of, observation }) => {
    expect(verdict(of, observation)).toBe('not exercised');
  });

  it.each([404, 405, 501])('are refuted by an unexpected %i', (status) => {
    expect(
      verdict(DETAILS, createObservation('getPaymentDetails', status, undefined, { expected: [200] })),
    ).toBe('refuted');
  });

  it('are confirmed by one documented response, however the others look', () => {
    const unknown = createObservation('getPaymentsList', 404, undefined, { expected: [401] });
    expect(verdict(LIST, unknown, createObservation('getPaymentsList', 202, { data: [] }))).toBe('confirmed');
  });
});

describe('the content of a status', () => {
  const of = 'PaymentsListed content';

  it('is confirmed by a body that matches', () => {
    expect(verdict(of, createObservation('getPaymentsList', 202, { data: [] }))).toBe('confirmed');
  });

  it.each([[undefined], ['a string'], [{ items: [] }]])('is refuted by %j', (body) => {
    expect(verdict(of, createObservation('getPaymentsList', 202, body))).toBe('refuted');
  });

  it('is not exercised by another status', () => {
    expect(verdict(of, createObservation('getPaymentsList', 401))).toBe('not exercised');
  });
});

describe('a schema', () => {
  const actions = (fields: object) => createObservation('getPaymentActions', 200, [{ ...ACTION, ...fields }]);

  it('has a keyword confirmed by a value that matches it', () => {
    expect(verdict('PaymentAction id pattern', actions({}))).toBe('confirmed');
    expect(seen('PaymentAction id pattern', actions({}))).toBe('getPaymentActions 200');
  });

  it('has a keyword refuted by one value that violates it, with the reason', () => {
    const of = 'PaymentAction id pattern';
    expect(verdict(of, actions({}), actions({ id: 'a' }), actions({}))).toBe('refuted');
    expect(seen(of, actions({ id: 'a' }))).toBe('getPaymentActions 200: it does not match `^act_\\w{26}$`');
  });

  it('has a keyword not exercised by a value that it does not constrain', () => {
    expect(verdict('PaymentAction amount minimum', actions({ amount: '100' }))).toBe('not exercised');
    expect(
      verdict(
        'ActionProcessing additionalProperties',
        actions({ processing: { retrieval_reference_number: '1' } }),
      ),
    ).toBe('not exercised');
    expect(verdict('ActionProcessing additionalProperties', actions({ processing: { other: 1 } }))).toBe(
      'confirmed',
    );
  });

  it('has a keyword refuted only by a value that violates that keyword', () => {
    expect(verdict('PaymentAction response_code pattern', actions({ response_code: 10000 }))).toBe(
      'not exercised',
    );
    expect(verdict('PaymentAction id pattern', actions({ response_code: '1' }))).toBe('confirmed');
  });

  it('has a property confirmed by a value of that property alone', () => {
    const processing = actions({ processing: { retrieval_reference_number: '1' } });
    expect(verdict('ActionProcessing retrieval_reference_number', processing)).toBe('confirmed');
    expect(verdict('ActionProcessing acquirer_transaction_id', processing)).toBe('not exercised');
    expect(
      verdict(
        'ActionProcessing retrieval_reference_number',
        actions({ processing: { retrieval_reference_number: 5 } }),
      ),
    ).toBe('refuted');
  });

  it('is confirmed as a whole when only a property is wrong', () => {
    const page = createObservation('getPaymentsList', 202, { data: [], total_count: 'many' });
    expect(verdict('PaymentsPage as a whole', page)).toBe('confirmed');
    expect(verdict('PaymentsPage total_count', page)).toBe('refuted');
  });

  it('of a request is confirmed only when the request was accepted', () => {
    const requestBody = JSON.stringify({ amount: 100, currency: 'USD', source: { type: 'card' } });
    const of = 'PaymentRequest currency pattern';
    expect(verdict(of, createObservation('requestPayment', 201, { id: ID }, { requestBody }))).toBe(
      'confirmed',
    );
    expect(verdict(of, createObservation('requestPayment', 422, REJECTION, { requestBody }))).toBe(
      'not exercised',
    );
  });
});

import { AMOUNT } from '../../payments/authorize.js';
import {
  ACTIONS,
  acceptAnySignature,
  actions,
  type CatalogedDeviation,
  changeRepeated,
  changeRequestBody,
  forgetKeys,
  ignoreKeys,
  LIST,
  OTHER_ID,
  PAYMENT,
  repeatFirst,
  result,
} from './builders.js';

/** Deviations of idempotency keys and actions. */
export const EFFECT_DEVIATIONS: readonly CatalogedDeviation[] = [
  {
    what: 'a repeated key with another status',
    run: 'writes 1',
    alter: changeRepeated(PAYMENT, (response) => ({ ...response, status: 202 })),
    reported: [PAYMENT, 'status', 'replay'],
  },
  {
    what: 'a repeated key with another id',
    run: 'writes 1',
    alter: changeRepeated(PAYMENT, (response) => ({
      ...response,
      body: JSON.stringify({ ...JSON.parse(response.body), id: OTHER_ID }),
    })),
    reported: [PAYMENT, 'body.id', 'replay'],
  },
  {
    what: 'a repeated key with another amount',
    run: 'writes 1',
    alter: changeRepeated(PAYMENT, (response) => ({
      ...response,
      body: JSON.stringify({ ...JSON.parse(response.body), amount: 99 }),
    })),
    reported: [PAYMENT, 'body.amount', 'replay'],
  },
  {
    what: 'a repeated key with another time',
    run: 'writes 1',
    alter: changeRepeated(PAYMENT, (response) => ({
      ...response,
      body: JSON.stringify({ ...JSON.parse(response.body), processed_on: '2026-03-01T10:00:00Z' }),
    })),
    reported: [PAYMENT, 'body.processed_on', 'replay'],
  },
  {
    what: 'a repeated key with a decline',
    run: 'writes 1',
    alter: changeRepeated(PAYMENT, (response) => ({
      ...response,
      body: JSON.stringify({ ...JSON.parse(response.body), status: 'Declined', approved: false }),
    })),
    reported: [PAYMENT, 'body.status', 'replay'],
  },
  {
    what: 'a repeated key without the response code',
    run: 'writes 1',
    alter: changeRepeated(PAYMENT, (response) => {
      const { response_code, ...body } = JSON.parse(response.body);
      return { ...response, body: JSON.stringify(body) };
    }),
    reported: [PAYMENT, 'body.response_code', 'replay'],
  },
  {
    what: 'a repeated key with an error',
    run: 'writes 2',
    alter: changeRepeated(PAYMENT, (response) => ({
      ...response,
      status: 422,
      body: JSON.stringify({ request_id: '1', error_type: 'a', error_codes: ['duplicate'] }),
    })),
    reported: [PAYMENT, 'status', 'shape'],
  },
  {
    what: 'a payer who is charged twice, with the same id',
    run: 'writes 3',
    alter: forgetKeys(PAYMENT, 'id'),
    reported: [LIST, 'body.data', 'replay'],
  },
  {
    what: 'a capture that takes effect twice, with the same id',
    run: 'writes 2',
    alter: forgetKeys('capturePayment', 'action_id'),
    reported: [ACTIONS, 'body', 'effects'],
  },
  {
    what: 'an increment that takes effect again when it is repeated with its key',
    run: 'writes 14',
    alter: ignoreKeys('incrementAuthorization'),
    reported: ['incrementAuthorization', 'body.action_id', 'replay'],
  },
  {
    what: 'a void that is carried out again when it is repeated with its key',
    run: 'writes 14',
    alter: ignoreKeys('voidPayment'),
    reported: ['voidPayment', 'status', 'shape'],
  },
  {
    what: 'a refund that is carried out again when it is repeated with its key',
    run: 'writes 14',
    alter: ignoreKeys('refundPayment'),
    reported: ['refundPayment', 'status', 'shape'],
  },
  {
    what: 'a reversal that is carried out again when it is repeated with its key',
    run: 'writes 14',
    alter: ignoreKeys('reversePayment'),
    reported: ['reversePayment', 'status', 'replay'],
  },
  {
    what: 'a reversal whose signature is not checked',
    run: 'writes 16',
    alter: () => acceptAnySignature,
    reported: ['reversePayment', 'status', 'shape'],
  },
  {
    what: 'a used key that is accepted for another amount',
    run: 'writes 2',
    alter:
      () =>
      ({ operationId, headers, body }, respond) => {
        if (operationId === PAYMENT && body.includes(`"amount":${AMOUNT + 1}`))
          headers.delete('Cko-Idempotency-Key');
        return respond();
      },
    reported: [PAYMENT, 'body.id', 'replay'],
  },
  {
    what: 'actions with the oldest first',
    run: 'reads 1',
    alter: actions((all) => all.reverse()),
    reported: [ACTIONS, 'body', 'order'],
  },
  {
    what: 'an action twice',
    run: 'reads 1',
    alter: actions((all) => [...all, ...all.slice(-1)]),
    reported: [ACTIONS, 'body.*.id', 'identity'],
  },
  {
    what: 'an accepted capture that never appears',
    run: 'writes 1',
    alter: actions((all) => all.filter(({ type }) => type !== 'Capture')),
    reported: [ACTIONS, 'body', 'effects'],
  },
  {
    what: 'an accepted void that never appears',
    run: 'writes 4',
    alter: actions((all) => all.filter(({ type }) => type !== 'Void')),
    reported: [ACTIONS, 'body', 'effects'],
  },
  {
    what: 'an action of another type than accepted',
    run: 'writes 2',
    alter: actions((all) => all.map((one) => (one['type'] === 'Void' ? { ...one, type: 'Return' } : one))),
    reported: [ACTIONS, 'body.*.type', 'effects'],
  },
  {
    what: 'an action with another id than accepted',
    run: 'writes 5',
    alter: actions((all) =>
      all.map((one) => (one['type'] === 'Capture' ? { ...one, id: `act_${'c'.repeat(26)}` } : one)),
    ),
    reported: [ACTIONS, 'body', 'effects'],
  },
  {
    what: 'an action with other metadata than its request',
    run: 'writes 2',
    alter: actions((all) => all.map((one) => (one['metadata'] ? { ...one, metadata: { other: 1 } } : one))),
    reported: [ACTIONS, 'body.*.metadata', 'echo'],
  },
  {
    what: 'a result whose action is not an action of the payment',
    run: 'writes 2',
    alter: result((body) => ({ ...body, action_id: `act_${'c'.repeat(26)}` })),
    reported: [PAYMENT, 'body.action_id', 'identity'],
  },
  {
    what: 'the same action for every capture, refund and void',
    run: 'writes 3',
    alter: () => async (request, respond) => {
      const response = await respond();
      if (response.status !== 202 || !/(captures|refunds|voids|reversals)$/.test(request.path))
        return response;
      const body = { ...JSON.parse(response.body), action_id: `act_${'c'.repeat(26)}` };
      return { ...response, body: JSON.stringify(body) };
    },
    reported: ['reversePayment', 'body.action_id', 'identity'],
  },
  {
    what: 'the same payment for every request',
    run: 'writes 3',
    alter: () => {
      let first: string | undefined;
      return async (request, respond) => {
        const response = await respond();
        if (request.operationId !== PAYMENT || response.status !== 201) return response;
        first ??= response.body;
        return { ...response, body: first };
      };
    },
    reported: [PAYMENT, 'body.id', 'identity'],
  },
  {
    what: 'an action with another response code than the result',
    run: 'writes 3',
    alter: result((body) => ({ ...body, response_code: '10100' })),
    reported: [ACTIONS, 'body.*.response_code', 'agreement'],
  },
  {
    what: 'an action with another type than in the details',
    run: 'reads 1',
    alter: actions((all) => all.map((one) => (one['type'] === 'Capture' ? { ...one, type: 'Void' } : one))),
    reported: [ACTIONS, 'body.*.type', 'agreement'],
  },
  {
    what: 'actions of another payment',
    run: 'writes 13',
    alter: repeatFirst(ACTIONS),
    reported: [ACTIONS, 'body.*.id', 'identity'],
  },
  {
    what: 'action ids that fit nothing',
    run: 'reads 2',
    alter: actions((all) => all.map((one, index) => ({ ...one, id: `action-${index}` }))),
    reported: [ACTIONS, 'body.*.id', 'shape'],
  },
  {
    what: 'a payment that is captured although the request says no',
    run: 'writes 8',
    alter: changeRequestBody(PAYMENT, (body) => ({ ...body, capture: true })),
    reported: [ACTIONS, 'body', 'effects'],
  },
];

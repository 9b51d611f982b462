import { describe, expect, it } from 'vitest';
import { readOpenQuestions } from '../model/open-questions.js';
import { findAnswers } from './find-answers.js';
import type { Change } from './find-changes.js';

const questions = await readOpenQuestions();

const text = (operation: string, element: string, text: string): Change => ({
  operation,
  element,
  kind: 'text',
  text,
});

const ANSWERS: readonly [change: Change, question: RegExp][] = [
  [
    text('refundPayment', 'request.refund_amount', 'The amount, in the minor currency unit.'),
    /`refund_amount`/,
  ],
  [text('reversePayment', 'operation', 'A refund_amount is in dollars.'), /`refund_amount`/],
  [text('page', 'text', 'All requests go to https://api.lddpay.example/v1.'), /host/],
  [text('voidPayment', 'operation', 'POST /payments/{id}/voids voids a payment.'), /host/],
  [text('getToken', 'request', 'Token request parameters, as a form'), /Token requests?/i],
  [
    {
      operation: 'getToken',
      element: 'request',
      kind: 'changed',
      keyword: 'content',
      before: 'application/json',
      after: 'application/x-www-form-urlencoded',
    },
    /Token requests?/i,
  ],
  [text('refundPayment', 'request.signature', 'The HMAC-SHA256 of the fields.'), /signed/],
  [text('reversePayment', 'request.timestamp', 'At most five minutes old.'), /signed/],
  [
    text('refundPayment', 'request.pnm_payment_identifier', 'From the notification.'),
    /`pnm_payment_identifier`/,
  ],
  [
    {
      operation: 'capturePayment',
      element: 'response 202.pnm_payment_identifier',
      kind: 'added',
      after: { type: 'string' },
    },
    /`pnm_payment_identifier`/,
  ],
  [text('voidPayment', 'header Cko-Idempotency-Key', 'A key, kept for a day.'), /idempotency keys/],
  [text('page', 'text', 'An idempotency key expires after 24 hours.'), /idempotency keys/],
  [text('searchPayments', 'response 202', 'An envelope with data and links.'), /search return/],
  [text('capturePayment', 'request.amount', 'The amount to capture, in minor units.'), /all other amounts/],
  [text('page', 'text', 'All amounts are in the smallest currency unit.'), /all other amounts/],
  [text('page', 'text', 'Webhooks send events to you.'), /notifications/],
  [text('voidPayment', 'operation', 'Create workflows in the dashboard.'), /notifications/],
  [
    {
      operation: 'requestPayment',
      element: 'request.destination',
      kind: 'added',
      after: { type: 'object' },
    },
    /payment context/,
  ],
  [text('requestPayment', 'request', 'Send a payment_context_id instead.'), /payment context/],
  [text('requestPayment', 'request.reference', 'A unique reference.'), /reference be unique/],
  [text('requestPayment', 'response 429', 'More than 100 requests per second.'), /rate limits/],
  [text('page', 'text', 'Rate limits are given in Retry-After.'), /rate limits/],
  [text('getPaymentDetails', 'path id', 'The id of a session that was created before.'), /`sid_` ids/],
  [text('page', 'text', 'An id that begins with sid_ belongs to a session.'), /`sid_` ids/],
  [text('capturePayment', 'operation', 'A capture that fails is shown as declined.'), /fails after its 202/],
  [text('getPaymentActions', 'response 200[].approved', 'False if it failed.'), /fails after its 202/],
  [text('searchPayments', 'request.from', 'Payments processed since then.'), /`from` and `to`/],
  [
    text('reversePayment', 'request.refund_amount', 'Required for settled payments.'),
    /reversal of a settled payment/,
  ],
  [text('page', 'text', 'Send refund_amount if the payment is settled.'), /reversal of a settled payment/],
  [
    {
      operation: 'voidPayment',
      element: 'response 202._links.self',
      kind: 'added',
      after: { type: 'object' },
    },
    /two `_links`/,
  ],
  [text('capturePayment', 'response 202._links', 'The links `self` and `payment`.'), /two `_links`/],
  [text('requestPayment', 'request.reference', 'Visa: 50 characters.'), /card scheme/],
  [text('page', 'text', 'Mastercard limits a reference to 40 characters.'), /card scheme/],
  [text('searchPayments', 'request.to', 'The end of the period, inclusive.'), /`from` and `to`/],
  [text('requestPayment', 'request.source.type', 'card, token or id.'), /stored card/],
  [text('page', 'text', 'A stored card is charged by its source.id.'), /stored card/],
  [
    {
      operation: 'requestPayment',
      element: 'request.source.id',
      kind: 'added',
      after: { type: 'string' },
    },
    /stored card/,
  ],
  [
    {
      operation: 'requestPayment',
      element: 'request.success_url',
      kind: 'added',
      after: { type: 'string' },
    },
    /3D Secure/,
  ],
  [text('page', 'text', '3D Secure is required for cards of Europe.'), /3D Secure/],
  [text('getPaymentDetails', 'response 200(1).expires_on', 'Seven days, 7 at most.'), /authorization valid/],
  [text('page', 'text', 'An authorization is valid for 7 days.'), /authorization valid/],
  [text('searchPayments', 'request.query', "Such as status:'Paid' AND amount:100."), /syntax of search/],
];

describe('findAnswers', () => {
  it.each(ANSWERS)('names the open question that %o may answer', (change, question) => {
    expect(findAnswers(change, questions)).toEqual([expect.stringMatching(question)]);
  });

  it('knows where each question that the guide tells users to ask may be answered', () => {
    const asked = questions.filter((question) => question.endsWith('?'));
    const answered = ANSWERS.flatMap(([change]) => findAnswers(change, questions));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((question) => !answered.includes(question))).toEqual([]);
  });

  it.each<[string, Change]>([
    [
      'a text of another element',
      text('refundPayment', 'request.refund_currency', 'The currency, such as USD.'),
    ],
    ['other words of the element', text('refundPayment', 'request.refund_amount', 'What to refund.')],
    [
      'a limit of a reference',
      {
        operation: 'voidPayment',
        element: 'request.reference',
        kind: 'changed',
        keyword: 'maxLength',
        before: 80,
        after: 50,
      },
    ],
    ['a text of the search period without a date', text('searchPayments', 'request.from', 'When to start.')],
    ['links of another operation', text('getPaymentDetails', 'response 200._links', 'The links.')],
    ['a text that is gone', text('getToken', 'request', '')],
    [
      'an element that is gone',
      { operation: 'refundPayment', element: 'request.signature', kind: 'removed', before: {} },
    ],
    [
      'a keyword that is gone',
      { operation: 'getToken', element: 'request.scope', kind: 'changed', keyword: 'required', before: true },
    ],
  ])('names none for %s', (_what, change) => {
    expect(findAnswers(change, questions)).toEqual([]);
  });
});

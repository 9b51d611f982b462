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

import { PAYMENT_ID } from '../contenders/payment.js';

/** The size of every response body apart from that of the token, in bytes. */
const BODY_SIZE = 700;

const PAYMENT = {
  id: PAYMENT_ID,
  amount: 1000,
  currency: 'USD',
  approved: true,
  status: 'Authorized',
  response_code: '10000',
  processed_on: '2025-06-08T12:00:00Z',
  reference: 'ORD-5023-4E89',
  source: { type: 'card', last4: '4242', expiry_month: 12, expiry_year: 2099, scheme: 'Visa' },
};

/** All that the description requires, since an observer takes longer for a response that deviates. */
const DETAILS = {
  ...PAYMENT,
  requested_on: '2025-06-08T12:00:00Z',
  _links: {
    self: { href: `https://api.example.com/payments/${PAYMENT_ID}` },
    actions: { href: `https://api.example.com/payments/${PAYMENT_ID}/actions` },
  },
};

const TOKEN = { access_token: 'measured', token_type: 'Bearer', expires_in: 86_400 };

/** The start of a request, and its response: the same size for all, in the format of each API. */
const RESPONSES = [
  ['POST /connect/token', 200, TOKEN],
  ['POST /numbered/connect/token', 200, TOKEN],
  ['POST /v1/payment_intents', 200, pad({ object: 'payment_intent', ...PAYMENT })],
  ['GET /v1/payment_intents/', 200, pad({ object: 'payment_intent', ...PAYMENT })],
  [
    'POST /chat/completions',
    200,
    pad({
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant' } }],
      ...PAYMENT,
    }),
  ],
  ['GET /models/', 200, pad({ object: 'model', ...PAYMENT })],
  ['POST /payments', 201, pad(PAYMENT)],
  ['GET /payments/', 200, pad(DETAILS)],
].map(([start, status, body]) => [start, formatResponse(status, body)]);

/** What stands for the id in a response to a write that makes something. */
const ID = '0'.repeat(26);

/** Responses whose id differs each time: a journal takes no id twice. */
const NUMBERED = [
  ['POST /numbered/payments ', 201, pad({ ...PAYMENT, id: `pay_${ID}` })],
  ['POST /numbered/payments/', 202, pad({ action_id: `act_${ID}`, reference: PAYMENT.reference })],
].map(([start, status, body]) => [start, formatResponse(status, body).toString('latin1')]);

let made = 0;

const NOT_FOUND = formatResponse(404, { error: 'The server of the benchmark does not know this request.' });

/**
 * Finds the response to a request, ready to send.
 *
 * @param {string} request Its method and path.
 */
export function findResponse(request) {
  return RESPONSES.find(([start]) => request.startsWith(start))?.[1] ?? makeNumbered(request) ?? NOT_FOUND;
}

function makeNumbered(request) {
  // With a space, which ends the path of one and not that of the other.
  const text = NUMBERED.find(([start]) => `${request} `.startsWith(start))?.[1];
  if (text) made += 1;
  return text?.replace(ID, String(made).padStart(ID.length, '0'));
}

function pad(body) {
  const missing = BODY_SIZE - JSON.stringify({ ...body, description: '' }).length;
  return { ...body, description: 'x'.repeat(missing) };
}

function formatResponse(status, body) {
  const json = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} Status`,
    'Content-Type: application/json',
    `Content-Length: ${json.length}`,
    'Cko-Request-Id: 0f9f2f0e-6d0e-4f6b-8f0e-5f1d0a0c2f6b',
    'Date: Sun, 08 Jun 2025 12:00:00 GMT',
    'Connection: keep-alive',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${json}`);
}

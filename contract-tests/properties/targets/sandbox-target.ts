import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import { CARD, ORDER } from '../../../contract/src/conformance/payments.js';
import { CREDENTIALS, NOW } from '../requests/acceptable-values.js';
import { PAYMENT_AMOUNT, PAYMENT_CURRENCY, type PaymentState } from '../requests/request-case.js';
import type { Send } from '../requests/send-request.js';
import { createHttpSender } from './http-sender.js';
import { countRequests, type Target } from './target.js';

/** The origin of requests without a socket. */
const ORIGIN = 'http://sandbox.test';

/** How long a token is valid by default, in ms. */
const TOKEN_LIFETIME = 60 * 60 * 1000;

const JSON_HEADERS = { 'Content-Type': 'application/json' };

const PAYMENT = { ...ORDER, amount: PAYMENT_AMOUNT, currency: PAYMENT_CURRENCY, source: CARD };

const AUTHORIZED = { ...PAYMENT, capture: false, authorization_type: 'Estimated' };

/** The orders of the payments in each state. A voided one is authorized first. */
const ORDERS: Readonly<Record<PaymentState, object>> = {
  authorized: AUTHORIZED,
  voided: AUTHORIZED,
  captured: PAYMENT,
  pending: { ...PAYMENT, amount: 1003 },
  'retry scheduled': { ...PAYMENT, payment_type: 'Recurring', merchant_initiated: true, amount: 1005 },
};

/** Starts a sandbox that requests are sent to in this process. */
export async function startSandbox(): Promise<Target> {
  const sandbox = createExampleSandbox();
  return createTarget('the sandbox', sandbox, ORIGIN, sendInProcess(sandbox), async () => {});
}

/** Starts a sandbox that requests are sent to over sockets. */
export async function startSandboxServer(): Promise<Target> {
  const sandbox = createExampleSandbox();
  const server = await sandbox.listen();
  const http = createHttpSender(server.url);
  return createTarget('the sandbox over HTTP', sandbox, server.url, http.send, async () => {
    http.close();
    await server.close();
  });
}

function createExampleSandbox(): Sandbox {
  const { clientId, clientSecret, signing } = CREDENTIALS;
  const { siteIdentifier, secret } = signing;
  return createSandbox({
    clientId,
    clientSecret,
    siteIdentifier,
    signingSecret: secret,
    seed: 1,
    now: () => NOW,
  });
}

async function createTarget(
  name: Target['name'],
  sandbox: Sandbox,
  origin: string,
  send: Send,
  close: Target['close'],
): Promise<Target> {
  const counted = countRequests(send);
  const request = sendInProcess(sandbox);
  let authorization = await obtainToken(request);
  let haveEnded = false;
  const post = async (path: string, body: object): Promise<unknown> => {
    const headers = { ...JSON_HEADERS, Authorization: authorization };
    const response = await request({ method: 'POST', path, headers, body: JSON.stringify(body) });
    if (response.status >= 300)
      throw new Error(`A payment to act on got ${response.status}: ${response.body}`);
    return JSON.parse(response.body);
  };
  return {
    name,
    sandbox,
    origin,
    get authorization() {
      return authorization;
    },
    get requests() {
      return counted.requests;
    },
    send: counted.send,
    async prepare(state) {
      sandbox.reset();
      if (haveEnded) authorization = await obtainToken(request);
      haveEnded = false;
      if (!state) return undefined;
      const { id } = Object(await post('/payments', ORDERS[state]));
      if (state === 'voided') await post(`/payments/${id}/voids`, {});
      return id;
    },
    cannotTell: () => false,
    leftOut: new Map(),
    endTokens(how) {
      if (how === 'revoked') sandbox.tokens.revokeAll();
      else sandbox.clock.advance(TOKEN_LIFETIME);
      haveEnded = true;
    },
    close,
  };
}

async function obtainToken(send: Send): Promise<string> {
  const { clientId, clientSecret, scope } = CREDENTIALS;
  const body = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
  const response = await send({
    method: 'POST',
    path: '/connect/token',
    headers: JSON_HEADERS,
    body: JSON.stringify(body),
  });
  return `Bearer ${JSON.parse(response.body).access_token}`;
}

/** Sends requests to a sandbox without a socket. */
function sendInProcess(sandbox: Sandbox): Send {
  return async ({ method, path, headers, body }) => {
    const response = await sandbox.fetch(`${ORIGIN}${path}`, {
      method,
      headers,
      body: body ?? null,
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
}

import type { LedgerLine, PaymentLine, SentRequest } from '../messages.js';
import { createElement } from './element.js';

/** Creates a request that opens to its bodies. */
export function createRequest(request: SentRequest): HTMLElement {
  const { method, path, status, failure, errorCodes, idempotencyKey, body, responseBody } = request;
  const isGood = status !== undefined && status < 400;
  const result = String(status ?? failure ?? 'no response yet');
  const summary = createElement(
    'summary',
    {},
    createElement('strong', {}, method),
    ' ',
    createElement('code', {}, path),
    ' ',
    createElement('span', { className: `tag ${isGood ? 'sure' : 'open'}` }, result),
    ...errorCodes.map((code) => createElement('span', { className: 'quiet' }, ` ${code}`)),
    ...(idempotencyKey
      ? [createElement('span', { className: 'run-key quiet' }, `key ${idempotencyKey}`)]
      : []),
  );
  const bodies = [...createBody('Request body', body), ...createBody('Response body', responseBody)];
  const none = createElement('p', { className: 'quiet' }, 'No body is shown.');
  return createElement(
    'li',
    {},
    createElement('details', { className: 'run-request' }, summary, ...(bodies.length > 0 ? bodies : [none])),
  );
}

function createBody(title: string, body: string | undefined): HTMLElement[] {
  if (!body) return [];
  const pre = createElement('pre', { tabIndex: 0, ariaLabel: title }, body);
  return [createElement('p', { className: 'quiet' }, title), pre];
}

/** Creates an effect on money. */
export function createEffect({ type, amount, currency, paymentId }: LedgerLine): HTMLElement {
  const text = createElement('strong', {}, type);
  return createElement('li', {}, text, ` ${amount} ${currency} `, createElement('code', {}, paymentId));
}

/** Creates a payment with its status and the balances that are not 0. */
export function createPayment({ id, status, amount, currency, balances }: PaymentLine): HTMLElement {
  const tag = createElement('span', { className: 'tag likely' }, status);
  const rows = Object.entries(balances)
    .filter(([, balance]) => balance !== 0)
    .flatMap(([name, balance]) => [createElement('dt', {}, name), createElement('dd', {}, String(balance))]);
  return createElement(
    'li',
    {},
    tag,
    ` ${amount} ${currency} `,
    createElement('code', {}, id),
    createElement('dl', {}, ...rows),
  );
}

import { signRequest } from 'lddpay';
import type { BufferedResponse } from '../../conformance/violations.js';
import { changeBody, type Fields } from '../alterations.js';
import type { Alteration, ProviderRequest } from '../provider.js';
import { WRITES } from '../test-run.js';

/** A way in which a provider can deviate, and how the report must name it. */
export interface CatalogedDeviation {
  readonly what: string;
  /**
   * The run that shows it. All deviations of a run are seeded at once, so one that hides others, or causes what others
   * are reported for, needs another number. A run that only reads is faster.
   */
  readonly run: `${'reads' | 'writes'} ${number}`;
  readonly alter: () => Alteration;
  /** The operation, the place, and the check of meaning; `shape` for what single responses show. */
  readonly reported: readonly [operationId: string, place: string, check: string];
}

export const DETAILS = 'getPaymentDetails';
export const ACTIONS = 'getPaymentActions';
export const LIST = 'getPaymentsList';
export const SEARCH = 'searchPayments';
export const PAYMENT = 'requestPayment';
export const OTHER_ID = `pay_${'b'.repeat(26)}`;
export const JSON_TYPE = { 'Content-Type': 'application/json' };

export const small = (value: unknown) => Math.floor(Number(value) / 100);
export const large = (value: unknown) => Number(value) * 100;

export const details = (change: (body: Fields) => unknown) => () => changeBody(DETAILS, 200, change);
export const actions = (change: (list: Fields[]) => unknown) => () =>
  changeBody(ACTIONS, 200, (body) => change(Object.values(body) as Fields[]));
export const list = (change: (body: Fields) => unknown) => () => changeBody(LIST, 202, change);
export const search = (change: (body: Fields) => unknown) => () => changeBody(SEARCH, 202, change);
export const items = (change: (item: Fields) => unknown) => (body: Fields) => ({
  ...body,
  data: (body['data'] as Fields[]).map(change),
});
export const result = (change: (body: Fields) => unknown) => () => changeBody(PAYMENT, 201, change);
export const balances = (change: (balances: Fields) => Fields) =>
  details((body) => ({
    ...body,
    balances: { ...Object(body['balances']), ...change(Object(body['balances'])) },
  }));
export const link = (name: string, change: (href: string) => string) =>
  details((body) => {
    const links = Object(body['_links']);
    return links[name] ? { ...body, _links: { ...links, [name]: { href: change(links[name].href) } } } : body;
  });
export const next = (change: (href: string) => string) =>
  search((body) => {
    const href = Object(body['_links']).next?.href;
    return href ? { ...body, _links: { next: { href: change(href) } } } : body;
  });

/** Changes the response to a request that was sent before with the same idempotency key. */
export function changeRepeated(
  operationId: string,
  change: (response: BufferedResponse) => BufferedResponse,
) {
  return (): Alteration => {
    const seen = new Set<string>();
    return async (request, respond) => {
      const key = request.headers.get('Cko-Idempotency-Key');
      const response = await respond();
      if (request.operationId !== operationId || key === null) return response;
      const isRepeated = seen.has(key) && response.status < 300;
      seen.add(key);
      return isRepeated ? change(response) : response;
    };
  };
}

/** A provider that forgets idempotency keys, of some requests, and returns the id that it returned first. */
export function forgetKeys(operationId: string, member: string) {
  return (): Alteration => {
    const first = new Map<string, unknown>();
    return async (request, respond) => {
      const key = request.headers.get('Cko-Idempotency-Key');
      if (request.operationId !== operationId || key === null) return respond();
      request.headers.delete('Cko-Idempotency-Key');
      const response = await respond();
      if (response.status >= 300) return response;
      const body = JSON.parse(response.body);
      if (!first.has(key)) first.set(key, body[member]);
      return { ...response, body: JSON.stringify({ ...body, [member]: first.get(key) }) };
    };
  };
}

/** A provider that carries out an operation again when it is repeated with its idempotency key. */
export function ignoreKeys(operationId: string) {
  return (): Alteration => (request, respond) => {
    if (request.operationId === operationId) request.headers.delete('Cko-Idempotency-Key');
    return respond();
  };
}

/** A provider that takes some requests for requests with a token that it issued. */
export function acceptAnyToken(isAccepted: (request: ProviderRequest) => boolean) {
  return (): Alteration => {
    let issued = '';
    return async (request, respond) => {
      if (issued && isAccepted(request)) request.headers.set('Authorization', `Bearer ${issued}`);
      const response = await respond();
      if (request.operationId === 'getToken' && response.status === 200) {
        issued = JSON.parse(response.body).access_token;
      }
      return response;
    };
  };
}

/** A provider that does not check signatures: it signs what it receives itself. */
export const acceptAnySignature: Alteration = async (request, respond) => {
  if (request.body.includes('"signature"')) {
    const { signature: _, ...fields } = JSON.parse(request.body);
    const signature = await signRequest(fields, WRITES.LDDPAY_SIGNING_SECRET);
    Object.assign(request, { body: JSON.stringify({ ...fields, signature }) });
  }
  return respond();
};

/** Repeats the first response of an operation for every id. */
export function repeatFirst(operationId: string) {
  return (): Alteration => {
    let first: BufferedResponse | undefined;
    return async (request, respond) => {
      const response = await respond();
      if (request.operationId !== operationId || response.status !== 200) return response;
      first ??= response;
      return first;
    };
  };
}

/** Rewrites the path of requests, as a provider does that overlooks a parameter. */
export function changeRequestPath(operationId: string, change: (path: string) => string) {
  return (): Alteration => async (request, respond) => {
    if (request.operationId === operationId) Object.assign(request, { path: change(request.path) });
    return respond();
  };
}

export function changeRequestBody(operationId: string, change: (body: Fields) => unknown) {
  return (): Alteration => async (request, respond) => {
    if (request.operationId === operationId && request.body !== '') {
      Object.assign(request, { body: JSON.stringify(change(JSON.parse(request.body))) });
    }
    return respond();
  };
}

import { type OperationId, operations } from 'lddpay/operations';
import { readAt, readProperty } from '../../probes/response-fields.js';
import type { CheckContext, Comparison, MeaningCheck } from '../history/comparison.js';
import { type History, isSuccess, type ParsedExchange } from '../history/history.js';
import { ACTION_OPERATIONS, listItems, listPaymentViews } from '../history/payments.js';

/** The operations that the links of a payment lead to. A payer may be redirected anywhere. */
const LINKED_OPERATIONS: Readonly<Record<string, OperationId>> = {
  payment: 'getPaymentDetails',
  actions: 'getPaymentActions',
  authorize: 'incrementAuthorization',
  void: 'voidPayment',
  capture: 'capturePayment',
  refund: 'refundPayment',
};

/** The balance that each action takes from. Without any of it, the action is not possible. */
const LINKED_BALANCES: Readonly<Record<string, string>> = {
  void: 'available_to_void',
  capture: 'available_to_capture',
  refund: 'available_to_refund',
};

/** The statuses of payments with which nothing more can be done. */
const FINAL_STATUSES: readonly unknown[] = ['Card Verified', 'Voided', 'Declined', 'Canceled', 'Expired'];

/** Compares the links in bodies with the base URL, the paths of the description, and the payment. */
export const checkLinks: MeaningCheck = {
  name: 'links',
  compares:
    'links with the base URL, with the operation and the payment that they lead to, and with its state',
  needs: 'no response had links',
  compare: (history, context) => [
    ...listLinks(history).flatMap((link) => [...compareLink(link, context), ...compareState(link)]),
    ...compareNextLinks(history, context),
  ],
};

interface LinkView {
  readonly exchange: ParsedExchange;
  readonly place: string;
  readonly name: string;
  readonly href: unknown;
  readonly paymentId: string | undefined;
  /** The place of the id that the links must have. */
  readonly idPlace: string;
  /** The object that has the link. */
  readonly value: unknown;
}

function listLinks(history: History): LinkView[] {
  const accepted = history
    .filter((one) => isSuccess(one) && ACTION_OPERATIONS.includes(one.operationId))
    .map((exchange) => ({ exchange, place: 'body', value: exchange.body, id: exchange.id }));
  return [...listPaymentViews(history), ...accepted].flatMap(({ exchange, place, value, id }) =>
    ['_links', 'links'].flatMap((member) =>
      Object.entries(Object(readProperty(value, member)) as object).map(([name, link]) => ({
        exchange,
        place: `${place}.${member}.${name}.href`,
        name,
        href: readProperty(link, 'href'),
        // Where the body has another id, that is a deviation of the id.
        paymentId: exchange.id ?? id,
        idPlace: `${place}.id`,
        value,
      })),
    ),
  );
}

function compareLink(
  { exchange, place, name, href, paymentId, idPlace }: LinkView,
  context: CheckContext,
): Comparison[] {
  const operationId = LINKED_OPERATIONS[name];
  const isSelf = name === 'self';
  if ((!operationId && !isSelf) || typeof href !== 'string' || !URL.canParse(href)) return [];
  const base = new URL(context.baseUrl);
  const url = new URL(href);
  const path = readPath(url, base);
  const fits = (one: OperationId) => path === operations[one].path.replace('{id}', String(paymentId));
  const self = ['getPaymentDetails', exchange.operationId] as const;
  const dependsOn = [{ operationId: exchange.operationId, place: idPlace }];
  const compared = { exchange, place, basis: 'inferred' as const, dependsOn };
  return [
    { ...compared, holds: url.origin === base.origin, problem: describeOrigin(url, base) },
    {
      ...compared,
      holds: path !== undefined && String(path).includes(`/${paymentId}`),
      problem: 'does not lead to the payment',
    },
    {
      ...compared,
      holds: isSelf ? self.some(fits) : operationId !== undefined && fits(operationId),
      problem: `does not lead to the path of ${operationId ?? 'the payment or the request'}`,
    },
  ];
}

/** The links of a payment lead to what can be done with it now. */
function compareState({ exchange, place, name, value }: LinkView): Comparison[] {
  const isAction = name === 'authorize' || Object.hasOwn(LINKED_BALANCES, name);
  // The status of an increment is that of the increment.
  const hasStatus = exchange.operationId !== 'incrementAuthorization';
  const status = hasStatus ? readProperty(value, 'status') : undefined;
  const balance = readProperty(readProperty(value, 'balances'), LINKED_BALANCES[name] ?? '');
  if (!isAction || (typeof status !== 'string' && typeof balance !== 'number')) return [];
  return [
    {
      exchange,
      place: place.replace(/\.href$/, ''),
      holds: !FINAL_STATUSES.includes(status) && balance !== 0,
      problem: 'leads to what cannot be done in this state of the payment',
      basis: 'inferred',
    },
  ];
}

/** A next link leads to further pages of the same operation. */
function compareNextLinks(history: History, { baseUrl }: CheckContext): Comparison[] {
  const base = new URL(baseUrl);
  return history.flatMap((exchange): Comparison[] => {
    const { pagination, path } = operations[exchange.operationId];
    if (pagination?.style !== 'link' || !isSuccess(exchange)) return [];
    const href = readAt(exchange.body, pagination.next);
    if (typeof href !== 'string' || listItems(exchange).length === 0) return [];
    const place = `body.${pagination.next}`;
    const current = new URL(base.origin + base.pathname.replace(/\/+$/, '') + path);
    if (!URL.canParse(href, current.href)) return [];
    const url = new URL(href, current);
    const compared = { exchange, place, basis: 'inferred' as const };
    return [
      { ...compared, holds: url.origin === base.origin, problem: describeOrigin(url, base) },
      {
        ...compared,
        holds: readPath(url, base) === path,
        problem: `does not lead to the path of ${exchange.operationId}`,
      },
    ];
  });
}

function describeOrigin(url: URL, base: URL): string {
  const isDowngrade =
    base.protocol === 'https:' && url.protocol === 'http:' && url.hostname === base.hostname;
  if (isDowngrade) return 'leaves https for http';
  return url.host === base.host
    ? 'has another scheme than the base URL'
    : 'has another host than the base URL';
}

/** The path below the base URL; undefined when it is not below. */
function readPath(url: URL, base: URL): string | undefined {
  const prefix = base.pathname.replace(/\/+$/, '');
  return url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : undefined;
}

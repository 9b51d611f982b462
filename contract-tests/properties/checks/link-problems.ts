import type { BufferedResponse } from '../../../contract/src/conformance/violations.js';
import { parseJson } from '../../../contract/src/conformance/violations.js';
import { type OperationId, operations as operationTable } from '../../../generated/operations.js';
import type { Target } from '../targets/target.js';

/** The links to the writes of a payment, by relation. */
export const WRITE_LINKS = {
  authorize: 'incrementAuthorization',
  capture: 'capturePayment',
  refund: 'refundPayment',
  void: 'voidPayment',
} as const;

/** The operations that links lead to, by relation. */
const LINKS: Readonly<Record<string, OperationId>> = {
  self: 'getPaymentDetails',
  payment: 'getPaymentDetails',
  actions: 'getPaymentActions',
  ...WRITE_LINKS,
};

/** Links that lead elsewhere: to the payer's page of the sandbox, and to the next page of a search. */
const OTHER_LINKS: Readonly<Record<string, RegExp>> = {
  redirect: /^\/_sandbox\/challenges\/sid_\w+$/,
  next: /^\/payments\/search\?before=\d+$/,
};

/**
 * Finds the links of a response that do not lead to the documented path, with the id of their payment.
 *
 * @param paymentId The id of the payment that the request acted on, if any.
 */
export function findLinkProblems(
  { sandbox, origin }: Target,
  response: BufferedResponse,
  paymentId: string | undefined,
): string[] {
  // The links of the mock are those of examples.
  if (!sandbox) return [];
  const body = parseJson(response.body)?.value;
  const parts = [body, Object(body).data].flat();
  return parts.flatMap((part) => {
    const { id = paymentId, _links: links = {} } = Object(part);
    return Object.entries(links as object).flatMap(([relation, link]) => {
      const href = String(Object(link).href);
      return leadsTo(relation, href, origin, String(id)) ? [] : [`the link ${relation} leads to "${href}"`];
    });
  });
}

function leadsTo(relation: string, href: string, origin: string, id: string): boolean {
  const operationId = LINKS[relation];
  if (operationId) return href === origin + operationTable[operationId].path.replace('{id}', id);
  const isOther = OTHER_LINKS[relation]?.test(href.slice(origin.length)) ?? false;
  return href.startsWith(origin) && isOther;
}

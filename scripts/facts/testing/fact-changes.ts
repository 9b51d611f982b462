/** An edit of the page that changes one fact, and what a report says of it. */
export interface FactChange {
  readonly name: string;
  readonly edit: (html: string) => string;
  readonly operation: string;
  /** The change, without its operation and what it needs. */
  readonly change: Readonly<Record<string, unknown>>;
  readonly needs: string;
}

const OPERATION = /(?=<h2[^>]*><a [^>]*\/operation\/)/;

/** Splits a page into a part for each operation. */
export function splitOperations(html: string): string[] {
  return html.split(OPERATION);
}

/** Edits that each change one fact of a page with the committed facts. */
export const FACT_CHANGES: readonly FactChange[] = [
  {
    name: 'a field renamed',
    edit: inOperation('capturePayment', '<td>capture_type</td>', '<td>capture_kind</td>'),
    operation: 'capturePayment',
    change: {
      kind: 'renamed',
      element: 'request.capture_type',
      before: 'request.capture_type',
      after: 'request.capture_kind',
    },
    needs:
      'openapi/schemas/CaptureRequest.yaml#/properties/capture_kind, openapi/schemas/CaptureRequest.yaml#/properties/capture_type',
  },
  {
    name: 'an enum member added',
    edit: inOperation(
      'requestPayment',
      '&#8221;Unscheduled&#8221;',
      '&#8221;Unscheduled&#8221;&#8221;New&#8221;',
    ),
    operation: 'requestPayment',
    change: {
      kind: 'changed',
      element: 'request.payment_type',
      keyword: 'enum',
      before: ['Regular', 'Recurring', 'MOTO', 'Installment', 'PayLater', 'Unscheduled'],
      after: ['Regular', 'Recurring', 'MOTO', 'Installment', 'PayLater', 'Unscheduled', 'New'],
    },
    needs: 'openapi/schemas/PaymentRequest.yaml#/properties/payment_type/enum',
  },
  {
    name: 'a required flag dropped',
    edit: inOperation('getToken', '<td>scoperequired</td>', '<td>scope</td>'),
    operation: 'getToken',
    change: { kind: 'changed', element: 'request.scope', keyword: 'required', before: true },
    needs: 'openapi/schemas/TokenRequest.yaml#/required',
  },
  {
    name: 'a limit changed',
    edit: inOperation('cancelScheduledRetry', '&lt;= 80 characters', '&lt;= 50 characters'),
    operation: 'cancelScheduledRetry',
    change: { kind: 'changed', element: 'request.reference', keyword: 'maxLength', before: 80, after: 50 },
    needs: 'openapi/schemas/CancellationRequest.yaml#/properties/reference/maxLength',
  },
  {
    name: 'a default removed',
    edit: inOperation('searchPayments', ' Default: 10', ' '),
    operation: 'searchPayments',
    change: { kind: 'changed', element: 'request.limit', keyword: 'default', before: 10 },
    needs: 'openapi/schemas/SearchRequest.yaml#/properties/limit/default',
  },
  {
    name: 'a status added',
    edit: inOperation('voidPayment', '<p>401 ', '<p>409 Conflict<br>401 '),
    operation: 'voidPayment',
    change: { kind: 'added', element: 'response 409', after: {} },
    needs: 'openapi/paths/payments_{id}_voids.yaml#/post/responses/409',
  },
  {
    name: 'an operation removed',
    edit: (html) =>
      splitOperations(html)
        .filter((part) => !isOf(part, 'incrementAuthorization'))
        .join(''),
    operation: 'incrementAuthorization',
    change: { kind: 'removed', element: 'operation', before: {} },
    needs: 'openapi/paths/payments_{id}_authorizations.yaml#/post',
  },
  {
    name: 'a new operation',
    edit: (html) => {
      const copies = splitOperations(html).filter((part) => isOf(part, 'voidPayment'));
      return html + copies.join('').replaceAll('_voidPayment"', '_blockPayment"');
    },
    operation: 'blockPayment',
    change: { kind: 'added', element: 'operation', after: {} },
    needs: 'openapi/openapi.yaml#/paths',
  },
];

function isOf(part: string, operation: string): boolean {
  return part.includes(`_${operation}"`);
}

/** Replaces the first occurrence within the part of an operation. */
export function inOperation(operation: string, from: string | RegExp, to: string): (html: string) => string {
  return (html) =>
    splitOperations(html)
      .map((part) => (isOf(part, operation) ? part.replace(from, to) : part))
      .join('');
}

import { inOperation } from './fact-changes.js';

/** An edit of the page in words only, and the text that a report names. */
export interface TextChange {
  readonly name: string;
  readonly edit: (html: string) => string;
  readonly operation: string;
  readonly element: string;
  /** What the new text contains. */
  readonly says: string;
}

/** Edits of a page with the committed facts that no keyword can state. */
export const TEXT_CHANGES: readonly TextChange[] = [
  {
    name: 'the unit of an amount stated',
    edit: inOperation('refundPayment', /(?<=<td>refund_amount<\/td><td>number)/, 'In minor units. '),
    operation: 'refundPayment',
    element: 'request.refund_amount',
    says: 'In minor units.',
  },
  {
    name: 'a rule for a field dropped',
    edit: inOperation('capturePayment', /(?<=<td>customer<\/td><td>object).*?(?=<\/td>)/, 'The customer'),
    operation: 'capturePayment',
    element: 'request.customer',
    says: 'The customer',
  },
  {
    name: 'an enum member added in prose',
    edit: inOperation(
      'requestPayment',
      '(see &#8220;limit&#8221;',
      '(see &#8220;limit&#8221;, &#8220;New&#8221;',
    ),
    operation: 'requestPayment',
    element: 'header Cko-Idempotency-Key',
    says: '"New"',
  },
  {
    name: 'the introduction of an operation changed',
    edit: inOperation('voidPayment', 'Done at once', 'Done later'),
    operation: 'voidPayment',
    element: 'operation',
    says: 'Done later',
  },
  {
    name: 'an item of a list dropped',
    edit: inOperation('reversePayment', /<li>.*?<\/li>/s, ''),
    operation: 'reversePayment',
    element: 'operation',
    says: 'It happens if:',
  },
  {
    name: 'the title of a response changed',
    edit: inOperation('voidPayment', '403 A response', '403 Too late'),
    operation: 'voidPayment',
    element: 'response 403',
    says: 'Too late',
  },
  {
    name: 'a tab added to a request',
    edit: inOperation(
      'voidPayment',
      '<p>What to ask for.</p>',
      '<p>What to ask for.</p><ul><li>Other</li></ul>',
    ),
    operation: 'voidPayment',
    element: 'request',
    says: 'What to ask for. Other',
  },
  {
    name: 'another way to authorize added',
    edit: inOperation(
      'voidPayment',
      '<h5 class="wp-block-heading">HTTP: bearer',
      '<p>OAuth2</p><h5>HTTP: bearer',
    ),
    operation: 'voidPayment',
    element: 'security',
    says: 'OAuth2',
  },
  {
    name: 'a text before the parameters',
    edit: inOperation('voidPayment', 'path Parameters</h5>', 'path Parameters</h5><p>In the URL.</p>'),
    operation: 'voidPayment',
    element: 'path parameters',
    says: 'In the URL.',
  },
  {
    name: 'a host stated before the operations',
    edit: (html) => `<p>Send requests to https://api.example.</p>${html}`,
    operation: 'page',
    element: 'text',
    says: 'https://api.example',
  },
  {
    name: 'a section after the operations',
    edit: (html) => `${html}<h2>Support</h2><p>Write to us.</p>`,
    operation: 'page',
    element: 'text',
    says: 'Support Write to us.',
  },
];

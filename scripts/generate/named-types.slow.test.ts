import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const resolve = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A program of a user, beside the entry points. `¦` is where its user points. */
const PROGRAM = `
import { type Client, isPayout, type PaymentDetails } from './index.js';
declare const client: Client;
declare const signing: Client<true>;
const ¦details = await client.getPaymentDetails('pay_1');
for await (const ¦found of client.searchPayments({ query: '' })) found;
for await (const ¦listed of client.getPaymentsList({ reference: '' })) listed;
const ¦searched = await client.searchPayments({ query: '' });
const ¦page = await client.getPaymentsList({ reference: '' });
const ¦result = await client.requestPayment({ currency: 'USD', source: { type: 'card' } });
const ¦actions = await client.getPaymentActions('pay_1');
const ¦accepted = await client.capturePayment('pay_1');
const ¦promise = client.getPaymentDetails('pay_1');
const ¦waited = await client.waitForPayment('pay_1', { until: 'Paid' });
if (isPayout(details)) { const ¦payout = details; } else { const ¦payment = details; }
client.¦capturePayment('pay_1', {});
signing.¦refundPayment('pay_1', { pnm_payment_identifier: '1' });
export const own = (¦given: PaymentDetails) => given;
`;

const SHOWN = [
  'const details: Payment | Payout | ProcessedPayout',
  'const found: SearchedPayment | SearchedPayout | SearchedPayoutWithMetadata',
  'const listed: Payment | Payout | ProcessedPayout',
  'const searched: SearchPage | (SearchedPayment | SearchedPayout | SearchedPayoutWithMetadata)[]',
  'const page: PaymentsPage',
  'const result: PaymentResult',
  'const actions: PaymentAction[]',
  'const accepted: AcceptedAction',
  'const promise: ApiPromise<Payment | Payout | ProcessedPayout>',
  'const waited: Payment | Payout | ProcessedPayout',
  'const payout: Payout | ProcessedPayout',
  'const payment: Payment',
  '(method) Methods<CallOptions, Results, boolean>.capturePayment(id: string, body?: CaptureRequest, options?: CallOptions | undefined): ApiPromise<AcceptedAction>',
  '(method) Methods<CallOptions, Results, true>.refundPayment(id: string, body: UnsignedRefundRequest, options?: CallOptions | undefined): ApiPromise<AcceptedAction>',
  '(parameter) given: Payment | Payout | ProcessedPayout',
];

// Keeps what the programs share.
const documents = ts.createDocumentRegistry();
let opened = 0;

/** Opens a program in an editor: the language service of TypeScript, with the settings of this repository. */
function openEditor(marked: string) {
  const file = resolve('src/program-of-a-user.ts');
  const program = marked.replaceAll('¦', '');
  opened += 1;
  const version = String(opened);
  const positions = [...marked.matchAll(/¦/g)].map((match, index) => match.index - index);
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(resolve('tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    resolve('.'),
  );
  const readFile = (name: string) => (name === file ? program : ts.sys.readFile(name));
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ ...options, noUnusedLocals: false }),
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? version : '1'),
    getScriptSnapshot: (name) => {
      const text = readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => resolve('.'),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    readFile,
    fileExists: (name) => name === file || existsSync(name),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
  const service = ts.createLanguageService(host, documents);
  return {
    hover: () =>
      positions.map((position) => {
        const info = service.getQuickInfoAtPosition(file, position);
        return ts.displayPartsToString(info?.displayParts);
      }),
    documentation: () =>
      positions.map((position) => {
        const info = service.getQuickInfoAtPosition(file, position);
        return ts.displayPartsToString(info?.documentation);
      }),
    complete: () =>
      positions.map((position) =>
        service.getCompletionsAtPosition(file, position, undefined)?.entries.map(({ name }) => name),
      ),
    errors: () =>
      service
        .getSemanticDiagnostics(file)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  };
}

describe('an editor', () => {
  it('shows responses by the names of their types', () => {
    const { hover, errors } = openEditor(PROGRAM);

    expect(hover()).toEqual(SHOWN);
    expect(errors()).toEqual([]);
  });

  it('shows what a type is, of every kind of type that the package exports', () => {
    const { documentation } = openEditor(`
import type { AddressInput, Payment, PaymentDetails, SearchedPayout, UnsignedRefundRequest } from './index.js';
export type All = [¦Payment, ¦PaymentDetails, ¦SearchedPayout, ¦AddressInput, ¦UnsignedRefundRequest];
`);

    expect(documentation()).toEqual([
      'A payment as it stands.\n\nAlways has `approved` and `_links`, unlike other forms of the response.',
      'A payment, or a payout in one of two forms. A payout can match more than one of them.',
      'A payout that a search found.\n\nAlways has `destination`, unlike other forms of the response.',
      '{@link Address} in a request: optional fields can be undefined.',
      '{@link RefundRequest} for a client that signs: it fills in the fields of the signature.',
    ]);
  });

  it('suggests the documented members of enums, also of those that are open', () => {
    const { complete } = openEditor(`
import type { Client, Payment } from './index.js';
declare const client: Client;
declare const payment: Payment;
payment.status === '¦';
payment.payment_type === '¦';
client.capturePayment('pay_1', { capture_type: '¦' });
`);
    const [statuses, paymentTypes, captureTypes] = complete();

    expect(statuses).toEqual(expect.arrayContaining(['Authorized', 'Captured', 'Retry Scheduled']));
    expect(paymentTypes).toEqual(expect.arrayContaining(['Regular', 'MOTO']));
    expect(captureTypes?.sort()).toEqual(['Final', 'NonFinal']);
  });

  it('names the body and the right field for a misspelt one', () => {
    const { errors } = openEditor(`
import type { Client } from './index.js';
declare const client: Client;
declare const signing: Client<true>;
client.requestPayment({ currency: 'USD', source: { type: 'card' }, ammount: 1 });
client.requestPayment({ curency: 'USD', source: { type: 'card' } });
client.requestPayment({ currency: 'USD', source: { type: 'card', numbre: '' } });
client.capturePayment('pay_1', { amout: 1 });
client.capturePayment('pay_1', { shipping: { addres: {} } });
signing.refundPayment('pay_1', { pnm_payment_identifier: '1', refund_amout: 1 });
`);
    const unknown = 'Object literal may only specify known properties, but';

    expect(errors()).toEqual([
      `${unknown} 'ammount' does not exist in type 'PaymentRequest'. Did you mean to write 'amount'?`,
      `${unknown} 'curency' does not exist in type 'PaymentRequest'. Did you mean to write 'currency'?`,
      `${unknown} 'numbre' does not exist in type 'PaymentRequestSource'. Did you mean to write 'number'?`,
      `${unknown} 'amout' does not exist in type 'CaptureRequest'. Did you mean to write 'amount'?`,
      `${unknown} 'addres' does not exist in type 'ShippingInput'. Did you mean to write 'address'?`,
      `${unknown} 'refund_amout' does not exist in type 'UnsignedRefundRequest'. Did you mean to write 'refund_amount'?`,
    ]);
  });

  it('names a misspelt field of a variable only where that has the type of the body', () => {
    const { errors } = openEditor(`
import type { CaptureRequest, Client } from './index.js';
declare const client: Client;
const unchecked = { ammount: 400, reference: 'ORD-17' };
const checked: CaptureRequest = { ammount: 400, reference: 'ORD-17' };
const narrow = { ammount: 400, capture_type: 'NonFinal' } satisfies CaptureRequest;
for (const body of [unchecked, checked, narrow]) client.capturePayment('pay_1', body);
`);
    const misspelt =
      "Object literal may only specify known properties, but 'ammount' does not exist in type 'CaptureRequest'. Did you mean to write 'amount'?";

    expect(errors()).toEqual([misspelt, misspelt]);
  });
});

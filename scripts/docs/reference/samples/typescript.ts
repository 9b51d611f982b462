import { toLiteral } from '../../../generate/source.js';
import { type ExampleRequest, listWarnings, omitSignature } from './example-request.js';

const CLIENT = 'const lddpay = createClient(optionsFromEnv(process.env));';

/** The type of `optionsFromEnv` does not say whether the client signs, but the type of a refund depends on it. */
const SIGNING_CLIENT = `const lddpay = createClient({
  ...optionsFromEnv(process.env),
  signing: {
    siteIdentifier: process.env['LDDPAY_SITE_IDENTIFIER'] ?? '',
    secret: process.env['LDDPAY_SIGNING_SECRET'] ?? '',
  },
});`;

/** Creates a program that sends a request with the client. */
export function createTypescriptSample(request: ExampleRequest): string {
  const { operation } = request;
  const call = `lddpay.${operation.operationId}(${listArguments(request).join(', ')})`;
  return [
    "import { createClient, optionsFromEnv } from 'lddpay';",
    '',
    operation['x-signature'] ? SIGNING_CLIENT : CLIENT,
    '',
    ...listWarnings(request).map((warning) => `// ${warning}`),
    ...(operation['x-pagination']
      ? [`for await (const payment of ${call}) {`, '  console.log(payment.id, payment.status);', '}']
      : [`const data = await ${call};`, 'console.log(data);']),
  ].join('\n');
}

/** Lists the arguments of the generated method: path parameters, then the query or the body. */
function listArguments(request: ExampleRequest): string[] {
  const { operation, pathValues, query, body } = request;
  // The client fetches a token with its own credentials.
  if (operation['x-token-endpoint']) return [];
  return [
    ...pathValues.map((value) => toSource(value)),
    ...(query ? [toSource(query)] : []),
    ...(body ? [toSource(omitSignature(request))] : []),
  ];
}

/** Renders a value; a string that contains single quotes gets double quotes. */
function toSource(value: unknown): string {
  return toLiteral(value).replaceAll(/'(?:[^'\\]|\\.)*'/g, (text) =>
    text.includes("\\'") ? `"${text.slice(1, -1).replaceAll("\\'", "'")}"` : text,
  );
}

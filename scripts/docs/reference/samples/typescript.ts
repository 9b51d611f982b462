import { toLiteral } from '../../../generate/source.js';
import { type ExampleRequest, warningsOf, withoutSignature } from './example-request.js';

const CLIENT = 'const lddpay = createClient(optionsFromEnv(process.env));';

/** The type of `optionsFromEnv` leaves open whether the client signs; a refund needs to know. */
const SIGNING_CLIENT = `const lddpay = createClient({
  ...optionsFromEnv(process.env),
  signing: {
    siteIdentifier: process.env['LDDPAY_SITE_IDENTIFIER'] ?? '',
    secret: process.env['LDDPAY_SIGNING_SECRET'] ?? '',
  },
});`;

/** A program that makes a request with the client. */
export function typescriptSample(request: ExampleRequest): string {
  const { operation } = request;
  const call = `lddpay.${operation.operationId}(${argumentsOf(request).join(', ')})`;
  return [
    "import { createClient, optionsFromEnv } from 'lddpay';",
    '',
    operation['x-signature'] ? SIGNING_CLIENT : CLIENT,
    '',
    ...warningsOf(request).map((warning) => `// ${warning}`),
    ...(operation['x-pagination']
      ? [`for await (const payment of ${call}) {`, '  console.log(payment.id, payment.status);', '}']
      : [`const answer = await ${call};`, 'console.log(answer);']),
  ].join('\n');
}

/** Path parameters first, then the query or the body, as the generated methods take them. */
function argumentsOf(request: ExampleRequest): string[] {
  const { operation, pathValues, query, body } = request;
  // The client sends its own credentials when it asks for a token.
  if (operation['x-token-endpoint']) return [];
  return [
    ...pathValues.map((value) => source(value)),
    ...(query ? [source(query)] : []),
    ...(body ? [source(withoutSignature(request))] : []),
  ];
}

/** A value as people write it: a text that holds single quotes stands in double ones. */
function source(value: unknown): string {
  return toLiteral(value).replaceAll(/'(?:[^'\\]|\\.)*'/g, (text) =>
    text.includes("\\'") ? `"${text.slice(1, -1).replaceAll("\\'", "'")}"` : text,
  );
}

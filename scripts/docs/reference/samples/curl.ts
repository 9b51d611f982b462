import { type ExampleRequest, type Fields, warningsOf, withoutSignature } from './example-request.js';

/** What a token is asked for with; the example of the description has it spelled out. */
const CREDENTIALS: Fields = {
  client_id: '$LDDPAY_CLIENT_ID',
  client_secret: '$LDDPAY_CLIENT_SECRET',
  scope: '$LDDPAY_SCOPE',
};

/** A shell script that makes a request with curl; OpenSSL signs it where it has to be signed. */
export function curlSample(request: ExampleRequest): string {
  const { operation, path, query } = request;
  const { body, before } = bodyOf(request);
  const search = query ? `?${new URLSearchParams(query as Record<string, string>)}` : '';
  const keyed = operation.parameters.some(({ name }) => name === 'Cko-Idempotency-Key');
  const headers = [
    ...(operation.secured ? ['Authorization: Bearer $LDDPAY_TOKEN'] : []),
    ...(keyed ? ['Cko-Idempotency-Key: $key'] : []),
    ...(body ? ['Content-Type: application/json'] : []),
  ];
  const command = [
    `curl "$LDDPAY_BASE_URL${path}${search}"`,
    ...headers.map((header) => `-H "${header}"`),
    ...(body ? ['-d @- <<JSON'] : []),
  ].join(' \\\n  ');
  return [
    ...(keyed ? ['key=$(openssl rand -hex 16) # keep it: sent again, it repeats this request safely'] : []),
    ...before,
    ...warningsOf(request).map((warning) => `# ${warning}`),
    command,
    ...(body ? [JSON.stringify(body, null, 2), 'JSON'] : []),
  ].join('\n');
}

/** What is sent, and the commands that have to come before. */
function bodyOf(request: ExampleRequest): { readonly body: Fields | undefined; readonly before: string[] } {
  const { operation, body } = request;
  if (operation['x-token-endpoint']) return { body: { ...body, ...CREDENTIALS }, before: [] };
  const fields = operation['x-signature'];
  if (!fields) return { body, before: [] };
  const unsigned = {
    ...withoutSignature(request),
    [fields.site]: '$LDDPAY_SITE_IDENTIFIER',
    [fields.timestamp]: '$timestamp',
    [fields.version]: '3.0',
  };
  return {
    body: { ...unsigned, [fields.signature]: '$signature' },
    before: [
      'timestamp=$(date +%s)',
      `signed="${canonical(unsigned)}"`,
      'signature=$(printf %s "$signed" | openssl dgst -sha256 -hmac "$LDDPAY_SIGNING_SECRET" | sed "s/.* //")',
    ],
  };
}

/** Names and values, sorted by name and joined; a variable is set off from the name that follows it. */
function canonical(fields: Fields): string {
  return Object.keys(fields)
    .sort()
    .map((name) => `${name}${String(fields[name]).replace(/^\$(\w+)$/, (_, variable) => `\${${variable}}`)}`)
    .join('');
}

import { type ExampleRequest, type Fields, omitSignature } from '../../../generate/example-request.js';
import { keyHeaderOf } from './key-header.js';
import { listWarnings } from './warnings.js';

/** The credentials of a token request, in place of those in the example. */
const CREDENTIALS: Fields = {
  client_id: '$LDDPAY_CLIENT_ID',
  client_secret: '$LDDPAY_CLIENT_SECRET',
  scope: '$LDDPAY_SCOPE',
};

/** Keeps the token for the other samples. */
const READ_TOKEN = `LDDPAY_TOKEN=$(printf %s "$response" | node -p 'JSON.parse(fs.readFileSync(0)).access_token')`;

/** Creates a shell script that sends a request with curl, and signs it with OpenSSL if necessary. */
export function createCurlSample(request: ExampleRequest): string {
  const { operation, path, query } = request;
  const { body, before } = createBody(request);
  const search = query ? `?${new URLSearchParams(query as Record<string, string>)}` : '';
  const keyHeader = keyHeaderOf(operation);
  const headers = [
    ...(operation.secured ? ['Authorization: Bearer $LDDPAY_TOKEN'] : []),
    ...(keyHeader ? [`${keyHeader}: $key`] : []),
    ...(body ? ['Content-Type: application/json'] : []),
  ];
  const isToken = operation['x-token-endpoint'];
  const command = [
    `${isToken ? 'response=$(curl -sS' : 'curl'} "$LDDPAY_BASE_URL${path}${search}"`,
    ...headers.map((header) => `-H "${header}"`),
    ...(body ? ['-d @- <<JSON'] : []),
  ].join(' \\\n  ');
  return [
    ...(operation.secured ? ['# The curl sample of getToken (getToken.html) sets LDDPAY_TOKEN.'] : []),
    ...(keyHeader ? ['key=$(openssl rand -hex 16) # keep it: a retry with the same key is safe'] : []),
    ...before,
    ...listWarnings(request).map((warning) => `# ${warning}`),
    command,
    ...(body ? [JSON.stringify(body, null, 2), 'JSON'] : []),
    ...(isToken ? [')', READ_TOKEN] : []),
  ].join('\n');
}

/** Creates the request body and the commands that set its variables. */
function createBody(request: ExampleRequest): {
  readonly body: Fields | undefined;
  readonly before: string[];
} {
  const { operation, body } = request;
  if (operation['x-token-endpoint']) return { body: { ...body, ...CREDENTIALS }, before: [] };
  const fields = operation['x-signature'];
  if (!fields) return { body, before: [] };
  const unsigned = {
    ...omitSignature(request),
    [fields.site]: '$LDDPAY_SITE_IDENTIFIER',
    [fields.timestamp]: '$timestamp',
    [fields.version]: '3.0',
  };
  return {
    body: { ...unsigned, [fields.signature]: '$signature' },
    before: [
      'timestamp=$(date +%s)',
      `signed="${toCanonicalString(unsigned)}"`,
      'signature=$(printf %s "$signed" | openssl dgst -sha256 -hmac "$LDDPAY_SIGNING_SECRET" | sed "s/.* //")',
    ],
  };
}

/** Joins names and values, sorted by name. Braces separate a variable from the name that follows it. */
function toCanonicalString(fields: Fields): string {
  return Object.keys(fields)
    .sort()
    .map((name) => `${name}${String(fields[name]).replace(/^\$(\w+)$/, (_, variable) => `\${${variable}}`)}`)
    .join('');
}

import { ApiError } from '../lib/api-error.js';

/** The credentials that a client states in a token request. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The error when they are wrong. */
  readonly error: ApiError;
}

/**
 * Reads the credentials of a token request, from the body as documented or from the `Authorization` header.
 * The documentation does not mention the header; RFC 6749, section 2.3.1, requires servers to support it.
 * @throws ApiError when they are missing, malformed, or in both places.
 */
export function readClientCredentials(
  authorization: string | null,
  body: Readonly<Record<string, unknown>>,
): ClientCredentials {
  const { client_id: clientId, client_secret: clientSecret } = body;
  const [isBasic, encoded = ''] = /^Basic(?: +(\S+))?$/i.exec(authorization?.trim() ?? '') ?? [];
  if (isBasic === undefined) {
    return {
      clientId: requireString('client_id', clientId),
      clientSecret: requireString('client_secret', clientSecret),
      error: tokenError('invalid_client', '`client_id` or `client_secret` does not match this sandbox.'),
    };
  }
  const error = new ApiError(
    401,
    ['invalid_client'],
    { 'WWW-Authenticate': 'Basic realm="lddpay-sandbox"' },
    'The credentials in the `Authorization` header do not match this sandbox.',
  );
  const credentials = decodeBasic(encoded);
  if (!credentials) throw error;
  // RFC 6749, section 3.2.1: the id may be stated in the body too.
  if (clientSecret !== undefined || (clientId !== undefined && clientId !== credentials.clientId)) {
    throw tokenError('invalid_request', 'The body and the `Authorization` header both state credentials.');
  }
  return { ...credentials, error };
}

/**
 * Returns a value of a field.
 * @throws ApiError when it is not a string.
 */
export function requireString(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw tokenError('invalid_request', `\`${name}\` must be one string.`);
}

/** Creates the error that is documented for a token request: 400 with a code of RFC 6749, section 5.2. */
export function tokenError(code: string, description: string): ApiError {
  return new ApiError(400, [code], {}, description);
}

/** Decodes base64 of an id and a secret, each encoded as in a form. Returns undefined when it is malformed. */
function decodeBasic(encoded: string): Pick<ClientCredentials, 'clientId' | 'clientSecret'> | undefined {
  try {
    const [, clientId, clientSecret] = /^([^:]*):(.*)$/s.exec(atob(encoded)) ?? [];
    if (clientId === undefined || clientSecret === undefined) return undefined;
    return { clientId: decodeForm(clientId), clientSecret: decodeForm(clientSecret) };
  } catch {
    return undefined;
  }
}

/** @throws URIError when an escape is malformed. */
function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

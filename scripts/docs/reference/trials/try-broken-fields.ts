import { createSandbox } from 'lddpay-sandbox';
import { createExampleRequests, type Fields } from '../../../generate/example-request.js';
import type { Document, Operation } from '../../../lib/description.js';

/** The parameters and fields of a request, by their paths, such as `customer.email`. */
export interface RequestFields {
  readonly query: readonly string[];
  readonly body: readonly string[];
}

/** The error codes about each parameter or field, by its path. */
export type FieldErrorCodes = ReadonlyMap<string, readonly string[]>;

/** The request of an example, with a change. */
interface BrokenRequest {
  readonly query: Fields;
  readonly body: Fields;
}

/** No schema of a field accepts it: neither of a string, a number, a boolean, an object nor a list of anything. */
const WRONG = [[]];

/**
 * Finds the error codes that the sandbox has for each parameter and field of an operation: sends an example with a
 * value of another type, and without a value.
 *
 * @returns The codes by the path of the field. Fields without codes are left out.
 */
export async function tryBrokenFields(
  document: Document,
  operation: Operation,
  { query, body }: RequestFields,
): Promise<FieldErrorCodes> {
  const [example] = createExampleRequests(document, operation);
  const found = new Map<string, readonly string[]>();
  if (!example || operation['x-token-endpoint']) return found;
  const send = await connect(operation, example.path);
  const valid = { query: example.query ?? {}, body: example.body ?? {} };
  const tryField = async (place: 'query' | 'body', path: string) => {
    const keys = path.split('.');
    const name = keys.at(-1);
    const wrong = await send({ ...valid, [place]: setField(valid[place], keys, WRONG) });
    const missing = await send({ ...valid, [place]: setField(valid[place], keys, undefined) });
    // Where the parents of a field are missing in the example, there are errors about other fields of theirs.
    const codes = [
      ...wrong.filter((code) => code.endsWith(`${name}_invalid`)),
      ...missing.filter((code) => code.endsWith(`${name}_required`)),
    ];
    if (codes.length > 0) found.set(path, codes);
  };
  for (const path of query) await tryField('query', path);
  for (const path of body) await tryField('body', path);
  return found;
}

/** Returns a function that sends a request to a new sandbox and returns the error codes of the response. */
async function connect(operation: Operation, path: string) {
  const sandbox = createSandbox({ seed: 1 });
  const { clientId, clientSecret, scope } = sandbox.credentials;
  const post = (url: string, body: object, headers: Record<string, string>) =>
    sandbox.fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const tokens = await post(
    'http://sandbox.test/connect/token',
    { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope },
    {},
  );
  const { access_token: token } = (await tokens.json()) as { readonly access_token: string };
  const headers = { Authorization: `Bearer ${token}` };
  return async ({ query, body }: BrokenRequest): Promise<readonly string[]> => {
    const parameters = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(JSON.stringify(value))]],
    );
    const url = `http://sandbox.test${path}?${new URLSearchParams(parameters)}`;
    const response = await (operation.method === 'get'
      ? sandbox.fetch(url, { headers })
      : post(url, body, headers));
    const { error_codes: codes = [] } = JSON.parse((await response.text()) || '{}') as {
      readonly error_codes?: readonly string[];
    };
    return codes;
  };
}

/** Sets a field of an object, and the objects around it where they are missing. */
function setField(fields: Fields, [key = '', ...rest]: readonly string[], value: unknown): Fields {
  const [inner] = [fields[key]].flat();
  const nested = () => setField((inner ?? {}) as Fields, rest, value);
  if (rest.length === 0) return { ...fields, [key]: value };
  return { ...fields, [key]: Array.isArray(fields[key]) ? [nested()] : nested() };
}

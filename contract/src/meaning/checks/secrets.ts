import { type OperationId, operations, TOKEN_OPERATION } from 'lddpay/operations';
import { readProperty } from '../../probes/response-fields.js';
import type { MeaningCheck } from '../history/comparison.js';
import type { History, ParsedExchange } from '../history/history.js';

/** Shorter values, such as a security code, appear by chance, so that only whole strings are compared. */
const DISTINCTIVE_LENGTH = 8;

interface Secret {
  readonly name: string;
  readonly value: string;
}

/** Searches responses for what must never be in them. */
export const checkSecrets: MeaningCheck = {
  name: 'secrets',
  compares: 'responses with the card, the credentials and the tokens of this run: none may be in them',
  needs: 'nothing was sent',
  compare: (history, { secrets }) => {
    const settings = secrets
      .filter(({ length }) => length >= DISTINCTIVE_LENGTH)
      .map((value) => ({ name: 'secret of this run', value }));
    return history.map((exchange) => {
      const found = findSecret(exchange, [...listSentSecrets(history), ...settings]);
      return {
        exchange,
        place: 'body',
        holds: found === undefined,
        problem: `or a header contains the ${found}`,
        basis: 'documented',
      };
    });
  },
};

/** The values that the description marks as secret, in the requests of this run. */
function listSentSecrets(history: History): Secret[] {
  const secrets = history.flatMap(({ operationId, sent }) =>
    secretPaths(operationId).flatMap((path): Secret[] => {
      const value = path.split('.').reduce<unknown>(readProperty, sent);
      const name = path.split('.').at(-1) ?? path;
      return typeof value === 'string' && value !== '' ? [{ name: `\`${name}\` of a request`, value }] : [];
    }),
  );
  return [...new Map(secrets.map((secret) => [secret.name + secret.value, secret])).values()];
}

function secretPaths(operationId: OperationId): readonly string[] {
  return operations[operationId].secrets;
}

function findSecret(exchange: ParsedExchange, secrets: readonly Secret[]): string | undefined {
  const isToken = exchange.operationId === TOKEN_OPERATION;
  const token = isToken ? readProperty(exchange.body, 'access_token') : undefined;
  const headers = [...exchange.headers].map(([, value]) => value);
  const values = [
    ...listValues(exchange.body),
    ...headers,
    ...(exchange.body === undefined ? [exchange.text] : []),
  ];
  const searched = values.filter((value) => value !== token);
  return secrets.find(({ value }) => searched.some((text) => contains(text, value)))?.name;
}

/** Separators between the digits of a card number do not hide it. */
function contains(text: string, secret: string): boolean {
  if (secret.length < DISTINCTIVE_LENGTH) return text === secret;
  if (/^\d+$/.test(secret)) return text.replaceAll(/(?<=\d)[ -](?=\d)/g, '').includes(secret);
  return text.includes(secret);
}

/** All strings in a JSON value, the names of properties included. Numbers count only if they are long. */
function listValues(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return String(value).length >= DISTINCTIVE_LENGTH ? [String(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...listValues(member)]);
}

import { type OperationId, operations, TOKEN_OPERATION } from 'lddpay/operations';
import { readAt, readProperty } from '../../probes/response-fields.js';
import type { MeaningCheck } from '../history/comparison.js';
import type { History, ParsedExchange } from '../history/history.js';

/** Shorter secrets, such as a security code, appear by chance. They count only where their name is. */
const DISTINCTIVE_LENGTH = 8;

/** The names that security codes of cards have, besides the documented one. */
const SECURITY_CODES = 'cvv2?|cvc2?|cvn2?|csc|cid|security_?code|card_?code|verification_?value';

const SEPARATORS = /(?<=\d)[ -](?=\d)/g;

interface Secret {
  /** What it is, to be read after "contains the". */
  readonly title: string;
  /** The name of its field in requests; undefined for a secret of the settings. */
  readonly name: string | undefined;
  readonly value: string;
}

/** A secret with its test, which is compiled once for all responses. */
interface SecretSearch {
  readonly title: string;
  readonly isIn: (text: NamedText) => boolean;
}

interface NamedText {
  /** The name of the innermost field that it is in. */
  readonly name: string;
  readonly text: string;
}

/** Searches responses for what must never be in them. */
export const checkSecrets: MeaningCheck = {
  name: 'secrets',
  compares: 'responses with the card, the credentials and the tokens of this run: none may be in them',
  needs: 'nothing was sent',
  isNeverExplained: true,
  compare: (history, { secrets }) => {
    const settings = secrets
      .filter(({ length }) => length >= DISTINCTIVE_LENGTH)
      .map((value) => ({ title: 'secret of this run', name: undefined, value }));
    const all = [...listSentSecrets(history), ...settings].map(compileSearch);
    return history.map((exchange) => {
      const found = findSecret(exchange, all);
      return {
        exchange,
        place: 'body',
        holds: found === undefined,
        problem: `or a header contains the ${found}`,
        // No sentence of the page is about it.
        basis: 'inferred',
      };
    });
  },
};

/** The values that the description marks as secret, in the requests of this run. */
function listSentSecrets(history: History): Secret[] {
  const secrets = history.flatMap(({ operationId, sent }) =>
    secretPaths(operationId).flatMap((path): Secret[] => {
      const value = readAt(sent, path);
      const name = path.split('.').at(-1) ?? path;
      return typeof value === 'string' && value !== ''
        ? [{ title: `\`${name}\` of a request`, name, value }]
        : [];
    }),
  );
  return [...new Map(secrets.map((secret) => [secret.title + secret.value, secret])).values()];
}

function secretPaths(operationId: OperationId): readonly string[] {
  return operations[operationId].secrets;
}

function findSecret(exchange: ParsedExchange, secrets: readonly SecretSearch[]): string | undefined {
  const isToken = exchange.operationId === TOKEN_OPERATION;
  const token = isToken ? readProperty(exchange.body, 'access_token') : undefined;
  const texts = [
    ...listTexts(exchange.body),
    ...[...exchange.headers].map(([name, text]) => ({ name, text })),
    ...(exchange.body === undefined ? [{ name: 'body', text: exchange.text }] : []),
  ];
  const searched = texts.filter(({ text }) => text !== token);
  return secrets.find(({ isIn }) => searched.some(isIn))?.title;
}

function compileSearch({ title, name, value }: Secret): SecretSearch {
  if (value.length < DISTINCTIVE_LENGTH) return { title, isIn: compileNamedSearch(name, value) };
  if (!/^\d+$/.test(value)) return { title, isIn: ({ text }) => text.includes(value) };
  // Separators between the digits of a card number do not hide it. Within a longer number it is another one.
  const number = new RegExp(`(?<!\\d)${value}(?!\\d)`);
  return { title, isIn: ({ text }) => number.test(text.replaceAll(SEPARATORS, '')) };
}

/** A short secret is in a field of its name, or follows its name in a string: `cvv=100`, `{"cvv":"100"}`. */
function compileNamedSearch(name: string | undefined, value: string): SecretSearch['isIn'] {
  if (name === undefined) return () => false;
  const names = name === 'cvv' ? SECURITY_CODES : name;
  const escaped = value.replaceAll(/[^\w]/g, '\\$&');
  const itsName = new RegExp(`^(?:card_?)?(?:${names})$`, 'i');
  const inString = new RegExp(`\\b(?:card_?)?(?:${names})\\W{1,5}${escaped}(?!\\w)`, 'i');
  return (field) => (field.text === value && itsName.test(field.name)) || inString.test(field.text);
}

/**
 * All strings and numbers in a JSON value, and the names of properties. An item has the name of its array. The
 * nesting of a response has no limit, and that of calls has one.
 */
function listTexts(body: unknown): NamedText[] {
  const texts: NamedText[] = [];
  const values = [{ name: '', value: body }];
  // Values that are found on the way are visited after the others.
  for (const { name, value } of values) {
    if (typeof value === 'string' || typeof value === 'number') texts.push({ name, text: String(value) });
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      if (!Array.isArray(value)) texts.push({ name: '', text: key });
      values.push({ name: Array.isArray(value) ? name : key, value: member });
    }
  }
  return texts;
}

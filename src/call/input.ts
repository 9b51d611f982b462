import type { Input } from '../../generated/methods.js';
import type { Operation } from '../../generated/operations.js';
import { configError, isLddPayError } from '../errors.js';
import {
  canHoldOptions,
  mustBe,
  requireInteger,
  requireMilliseconds,
  requireSignal,
  requireUnpolluted,
  unknownName,
} from '../lib/checks.js';
import { copyJsonObject } from '../lib/copy-json.js';
import { isHeaderWord, readHeaders } from '../lib/headers.js';
import { containsGrouped } from '../lib/redact.js';
import type { CallOptions, TokenCallOptions } from '../options.js';
import type { CallLimits, KeyUse } from '../request/context.js';
import { isUndocumented } from '../request/undocumented.js';
import { checkInput, QUERY_RULE } from './check-input.js';
import { listSecrets } from './secrets.js';

/** The arguments of a call as they were when it was made. What its caller changes later has no effect. */
export interface CallArguments {
  /** Exactly what is sent, with the extra fields. */
  readonly input: Input;
  readonly options: CheckedOptions;
  /** Why the call must not be sent. */
  readonly problem?: unknown;
  /** What the caller knows of its key, where it sees to it itself that it stands for one write. */
  readonly key?: KeyUse;
}

/** The options of a call that are set. Its headers have lowercase names, and its extra fields are data. */
export interface CheckedOptions extends Partial<CallLimits> {
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  readonly extraFields?: Readonly<Record<string, unknown>>;
  readonly refusedToken?: string;
}

type Check = (name: string, value: unknown, operation: Operation) => unknown;

/** Reads and checks each option. */
const CHECKS = Object.entries<Check>({
  idempotencyKey(name, value) {
    if (isHeaderWord(value)) return value;
    throw mustBe(name, 'visible ASCII without spaces, such as a UUID');
  },
  signal: requireSignal,
  attemptTimeout: requireMilliseconds,
  deadline: requireMilliseconds,
  maxRetries: (name, value) => requireInteger(name, value),
  headers: (name, value, { idempotencyHeader }) => readHeaders(name, value, idempotencyHeader),
  extraFields: (name, value, { method }) =>
    copyJsonObject(name, value, method === 'GET' ? QUERY_RULE : undefined),
  refusedToken(name, value) {
    if (typeof value === 'string') return value;
    throw mustBe(name, 'a string');
  },
} satisfies { readonly [Name in keyof Required<CallOptions & TokenCallOptions>]: Check });

const OPTION_NAMES = CHECKS.map(([name]) => name);

/** Whether an operation takes an option: not all of them take each. */
function isTaken(name: string, operation: Operation): boolean {
  const { idempotencyHeader, tokenEndpoint } = operation;
  if (name === 'idempotencyKey') return idempotencyHeader !== undefined;
  // What nothing describes has no other fields than those of its body and its query.
  if (name === 'extraFields') return !tokenEndpoint && !isUndocumented(operation);
  return name !== 'refusedToken' || tokenEndpoint;
}

/**
 * Reads and checks the arguments of a method: path parameters one by one, the body or the query, and options.
 *
 * @param hiddenNames Those of options that its caller refuses, and that no message should offer.
 */
export function readMethodArguments(
  operation: Operation,
  given: readonly unknown[],
  hiddenNames: readonly string[] = [],
): CallArguments {
  const { tokenEndpoint, pathParameters, body, query } = operation;
  const rest = [...given];
  const names = Object.keys(pathParameters);
  const path = names[0] ? Object.fromEntries(names.map((name) => [name, rest.shift()])) : undefined;
  const take = (presence: Operation['body']) =>
    presence === 'none' || tokenEndpoint ? undefined : rest.shift();
  const input = { path, body: take(body), query: take(query) } as Input;
  return readArguments(operation, input, rest[0] as CallOptions | undefined, [], hiddenNames);
}

/**
 * Reads and checks the arguments of a call. Reads each of them once, and never throws: what is wrong is the
 * `problem` of the call, which rejects with it.
 *
 * @param otherNames Those of further options, which the caller reads.
 * @param hiddenNames Those of options that the caller refuses, and that no message should offer.
 */
export function readArguments(
  operation: Operation,
  given: Input,
  givenOptions: CallOptions | null | undefined,
  otherNames: readonly string[] = [],
  hiddenNames: readonly string[] = [],
): CallArguments {
  // Without a prototype, so that what something has added to Object.prototype is no option of a call that rejects with it.
  const options: Record<string, unknown> & CheckedOptions = Object.create(null);
  let input: Input = {};
  let problem: unknown;
  const refusal = () => mustBe('options', 'an object such as { signal }');
  try {
    const source = givenOptions ?? {};
    if (typeof source !== 'object' || !canHoldOptions(source)) throw refusal();
    const noOption = (name: string) => {
      const taken = OPTION_NAMES.filter((one) => isTaken(one, operation) && !hiddenNames.includes(one));
      return unknownName(name, [...taken, ...otherNames]);
    };
    requireUnpolluted(OPTION_NAMES);
    for (const name of Object.keys(source)) {
      if (!OPTION_NAMES.includes(name) && !otherNames.includes(name)) throw noOption(name);
    }
    for (const [name, check] of CHECKS) {
      const value = source[name as keyof CallOptions];
      if (value === undefined) continue;
      if (!isTaken(name, operation)) throw noOption(name);
      options[name] = check(name, value, operation);
    }
    // The client has what the token endpoint takes.
    if (!operation.tokenEndpoint) {
      const all = readInput(operation, given, options.extraFields);
      const { idempotencyKey } = options;
      if (idempotencyKey && containsGrouped(idempotencyKey, listSecrets(operation.secrets, all.body))) {
        // The error would show it.
        delete (options as Record<string, unknown>)['idempotencyKey'];
        throw mustBe(
          'idempotencyKey',
          'free of secrets of the body, such as a card number, since it is printed',
        );
      }
      checkInput(operation, all);
      input = all;
    }
  } catch (error) {
    problem = isLddPayError(error) ? error : refusal();
  }
  return { input, options, problem };
}

function readInput(operation: Operation, given: Input, extraFields: CheckedOptions['extraFields']): Input {
  const isGet = operation.method === 'GET';
  return {
    // openapi-fetch passes on what an operation has not, and a write with an id is one of an action.
    path: Object.keys(operation.pathParameters)[0] ? given.path : undefined,
    query: readFields('query', operation, given.query, isGet ? extraFields : undefined),
    body: readFields('body', operation, given.body, isGet ? undefined : extraFields),
  };
}

function readFields(
  name: 'body' | 'query',
  operation: Operation,
  given: unknown,
  extraFields: CheckedOptions['extraFields'],
): Record<string, unknown> | undefined {
  const value = given ?? null;
  const presence = operation[name];
  if (value === null && presence !== 'required') return extraFields;
  if (presence === 'none') throw mustBe(name, 'undefined for this operation');
  const fields = copyJsonObject(name, value, name === 'query' ? QUERY_RULE : undefined);
  // In place of a body that may be left out, options would be sent, and have no effect.
  const option = isUndocumented(operation)
    ? undefined
    : OPTION_NAMES.find((one) => Object.hasOwn(fields, one));
  if (option) throw configError(`\`${option}\` is an option of the call. Give it after the ${name}.`);
  for (const field in extraFields) {
    if (Object.hasOwn(fields, field)) throw mustBe(field, `either in \`${name}\` or in \`extraFields\``);
  }
  return extraFields ? { ...fields, ...extraFields } : fields;
}

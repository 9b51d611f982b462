import { type Operation, operations } from '../../generated/operations.js';
import { type CallArguments, readArguments } from '../call/input.js';
import { type LddPayError, withDetails } from '../errors.js';
import type { KeyUse } from '../request/context.js';
import type { Fields, Intent } from './records/intent.js';

/** Returns the arguments of the kept body, for an intent without secrets. */
export function readKept(intent: Intent): CallArguments {
  const args = readIntentArguments(intent, intent.body && { ...intent.body, ...intent.signature });
  // Whoever kept it allowed more, or somebody changed it. Its request may have arrived.
  if (args.problem) throw withDetails(args.problem as LddPayError, { outcome: 'unknown' });
  return args;
}

/** Returns the arguments with the body as it was kept, so that its fields keep their order. */
export function withKept(intent: Intent, args: CallArguments): CallArguments {
  const { body } = intent.hasSecrets ? args.input : readKept(intent).input;
  return { ...args, input: { ...args.input, body } };
}

/** Returns the arguments of a body for an intent. */
export function readIntentArguments({ operationId, id }: Intent, body: unknown): CallArguments {
  return readArguments(operations[operationId], { path: id === undefined ? undefined : { id }, body }, {});
}

/** Completes arguments with what belongs to the intent, so that each of its requests is the same. */
export function toSend(intent: Intent, args: CallArguments, deadline: number, key: KeyUse): CallArguments {
  return {
    input: { ...args.input, body: completeBody(intent, args) },
    options: { ...args.options, deadline, idempotencyKey: intent.key },
    key,
  };
}

/** Returns the body of arguments with what belongs to the intent; undefined when it stays without fields. */
export function completeBody(
  { operationId, reference, signature, timestamp }: Intent,
  { input }: CallArguments,
): Fields | undefined {
  const { signature: fields }: Operation = operations[operationId];
  const given = input.body as Fields | undefined;
  const isSigned = fields && given?.[fields.signature] !== undefined;
  const body = {
    ...given,
    ...(reference !== undefined && { reference }),
    // Whoever signs the body has chosen the timestamp too.
    ...(fields && !isSigned && { [fields.timestamp]: timestamp }),
    ...signature,
  };
  return given || Object.keys(body)[0] ? body : undefined;
}

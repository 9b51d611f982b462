import type { Data, Methods } from '../../generated/methods.js';
import type { OperationId } from '../../generated/operations.js';
import type { CallOptions } from '../options.js';
import type { WriteId } from '../results/writes.js';
import type { Settlement } from './settlement.js';

/** The operations that change something. */
export type JournalOperationId = WriteId;

/** The options of one call through a journal, which has the key itself, and repeats requests without the call. */
export type JournalCallOptions = Omit<CallOptions, 'idempotencyKey' | 'headers' | 'refusedToken'>;

type Results = { readonly [Id in OperationId]: Promise<Settlement<Data[Id]>> };

/** A method with the name of the intent before its arguments. */
type Named<Method> = Method extends (...args: infer Args) => infer Result
  ? { method(name: string, ...args: Args): Result }['method']
  : never;

type Writes<Signing extends boolean> = Pick<
  Methods<JournalCallOptions, Results, Signing>,
  JournalOperationId
>;

/** Every write operation as a method: the name of the intent, and then the arguments of the client. */
export type JournalMethods<Signing extends boolean> = {
  readonly [Id in keyof Writes<Signing>]: Named<Writes<Signing>[Id]>;
};

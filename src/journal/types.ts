import type { Data, Methods } from '../../generated/methods.js';
import type { OperationId } from '../../generated/operations.js';
import type { CallOptions } from '../options.js';
import type { WriteId } from '../results/writes.js';
import type { Settlement } from './settlement.js';

/** The options of one call through a journal, which has the key itself, and repeats requests without the call. */
export interface JournalCallOptions extends Omit<CallOptions, 'idempotencyKey' | 'headers' | 'signal'> {
  /**
   * Ends the requests of the call when it aborts. It then resolves with `open`, unless it is settled by then. It waits for
   * functions of the store: for each up to some 6 s where it does not respond, and up to 3 minutes where it lists keys.
   * @default none
   */
  readonly signal?: AbortSignal | undefined;
}

type Results = { readonly [Id in OperationId]: Promise<Settlement<Data[Id]>> };

/** A method with the name of the intent before its arguments. */
type Named<Method> = Method extends (...args: infer Args) => infer Result
  ? { method(name: string, ...args: Args): Result }['method']
  : never;

type Writes<Signing extends boolean> = Pick<Methods<JournalCallOptions, Results, Signing>, WriteId>;

/** Every write operation as a method: the name of the intent, and then the arguments of the client. */
export type JournalMethods<Signing extends boolean> = {
  readonly [Id in keyof Writes<Signing>]: Named<Writes<Signing>[Id]>;
};

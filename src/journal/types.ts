import type { Data, Methods } from '../../generated/methods.js';
import type { OperationId, operations } from '../../generated/operations.js';
import type { CallOptions } from '../options.js';
import type { Settlement } from './settlement.js';

type Table = typeof operations;

/** The operations that change something. */
export type JournalOperationId = {
  [Id in OperationId]: Table[Id]['safe'] extends true
    ? never
    : Table[Id]['tokenEndpoint'] extends true
      ? never
      : Id;
}[OperationId];

/** The options of one call through a journal, which has the key itself. */
export type JournalCallOptions = Omit<CallOptions, 'idempotencyKey'>;

type Results = { readonly [Id in OperationId]: Promise<Settlement<Data[Id]>> };

type Named<Method> = Method extends (...args: infer Args) => infer Result
  ? (name: string, ...args: Args) => Result
  : never;

/** Every write operation, with the name of the intent before its arguments. */
export type JournalMethods<Signing extends boolean> = {
  readonly [Id in JournalOperationId]: Named<Methods<JournalCallOptions, Results, Signing>[Id]>;
};

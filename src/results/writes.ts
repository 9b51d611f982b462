import { type Operation, type OperationId, operations } from '../../generated/operations.js';

/** An operation that changes something, apart from that of the token endpoint. */
export type WriteId = {
  [Id in OperationId]: (typeof operations)[Id] extends { safe: false; tokenEndpoint: false } ? Id : never;
}[OperationId];

/** The operations that change something, apart from that of the token endpoint. */
export const WRITE_IDS: readonly WriteId[] = Object.entries<Operation>(operations).flatMap(
  ([id, { safe, tokenEndpoint }]) => (safe || tokenEndpoint ? [] : (id as WriteId)),
);

import { type Operation, type OperationId, operations } from '../../../generated/operations.js';

/** The generated operations by their ids, typed without the literals they are generated with. */
export const operationTable: Readonly<Record<OperationId, Operation>> = operations;

export const operationIds = Object.keys(operations) as OperationId[];

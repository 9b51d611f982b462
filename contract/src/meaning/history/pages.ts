import { type OperationId, operations, type Pagination } from 'lddpay/operations';
import { operations as describedOperations } from '../../conformance/description.js';
import { readProperty } from '../../probes/response-fields.js';
import type { ParsedExchange } from './history.js';

/** How the pages of an operation hang together; undefined without pages. */
export function paginationOf(operationId: OperationId): Pagination | undefined {
  return operations[operationId].pagination;
}

/** The window that a request asks for, completed with the documented defaults. */
export function readWindow({ operationId, query, sent }: ParsedExchange): {
  limit: number | undefined;
  skip: number;
} {
  const pagination = paginationOf(operationId);
  if (pagination?.style === 'offset') {
    const parameters = describedOperations.find((one) => one.operationId === operationId)?.parameters ?? [];
    const read = (name: string) =>
      Number(query.get(name) ?? parameters.find((one) => one.name === name)?.schema['default'] ?? Number.NaN);
    const [limit, skip] = [read(pagination.limit), read(pagination.offset)];
    return { limit: Number.isNaN(limit) ? undefined : limit, skip: Number.isNaN(skip) ? 0 : skip };
  }
  const limit = readProperty(sent, 'limit');
  return { limit: typeof limit === 'number' ? limit : undefined, skip: 0 };
}

import type { OperationId } from 'lddpay/operations';
import { resolve } from '../../../scripts/lib/description.js';
import { readPointer } from '../../../scripts/lib/json-pointer.js';
import { document, operations } from '../conformance/description.js';
import type { Evidence } from '../findings/evidence.js';
import { responsePointer } from '../findings/schema-locations.js';
import { readProperty } from '../probes/response-fields.js';
import { type History, isSuccess, type ParsedExchange } from './history/history.js';

/** A link of the description: from a response to an operation that takes a value of it. */
export interface DescribedLink {
  readonly pointer: string;
  readonly from: { readonly operationId: string; readonly status: number };
  readonly to: OperationId;
  /** The runtime expression for the id in the path (OpenAPI 3.1, section 4.8.20). */
  readonly id: string;
}

/** Statuses that show that the operation knows the payment. It may still refuse the action. */
const KNOWN = [200, 201, 202, 204, 403, 422];

const HOST = '/servers/0';

/** All links of the description, once for each response that has them. */
const DESCRIBED_LINKS: readonly DescribedLink[] = operations.flatMap((operation) =>
  operation.responses.flatMap(({ status }) => {
    const response = readPointer(document, `#${responsePointer(operation, status)}`);
    const links = Object.entries(Object(readProperty(response, 'links')) as object);
    return links.map(([name, reference]) => {
      const link = resolve<object>(document, reference);
      return {
        pointer: String(
          readProperty(reference, '$ref') ?? `#${responsePointer(operation, status)}/links/${name}`,
        ).slice(1),
        from: { operationId: operation.operationId, status },
        to: readProperty(link, 'operationId') as OperationId,
        id: String(readProperty(readProperty(link, 'parameters'), 'id')),
      };
    });
  }),
);

/** Collects what a run shows about the links of the description and about the host. */
export function collectLinkEvidence(history: History): Evidence[] {
  return [
    ...DESCRIBED_LINKS.flatMap((link) => followLink(history, link)),
    ...history
      .filter(isSuccess)
      .slice(0, 1)
      .map(({ operationId, status }) => ({
        pointer: HOST,
        keyword: undefined,
        matches: true,
        seen: `${operationId} ${status}`,
      })),
  ];
}

/** Explains why a run shows nothing about a link or the host, by pointer. */
export function explainLinks(history: History): ReadonlyMap<string, string> {
  const reasons = new Map([[HOST, 'the host returned no success']]);
  for (const link of DESCRIBED_LINKS) {
    const { from, to, pointer } = link;
    const hasSource = DESCRIBED_LINKS.some(
      (one) => one.pointer === pointer && history.some((exchange) => isFrom(exchange, one)),
    );
    const reason = hasSource
      ? `${to} was not called afterwards`
      : `${from.operationId} returned no ${from.status}`;
    if (!reasons.has(pointer) || hasSource) reasons.set(pointer, reason);
  }
  return reasons;
}

function followLink(history: History, link: DescribedLink): Evidence[] {
  return history.flatMap((source, index) => {
    const id = isFrom(source, link) ? evaluate(link.id, source) : undefined;
    if (id === undefined) return [];
    return history
      .slice(index + 1)
      .filter(
        (one) =>
          one.operationId === link.to && one.id === id && (KNOWN.includes(one.status) || one.status === 404),
      )
      .map(({ operationId, status }) => ({
        pointer: link.pointer,
        keyword: undefined,
        matches: KNOWN.includes(status),
        seen: KNOWN.includes(status)
          ? `${operationId} ${status}`
          : `${operationId} ${status}: it does not know the payment`,
      }));
  });
}

function isFrom({ operationId, status }: ParsedExchange, { from }: DescribedLink): boolean {
  return operationId === from.operationId && status === from.status;
}

/** Evaluates the runtime expressions that the description uses. */
function evaluate(expression: string, { id, body }: ParsedExchange): string | undefined {
  if (expression === '$request.path.id') return id;
  const [, pointer] = /^\$response\.body(#.*)$/.exec(expression) ?? [];
  const value = pointer === undefined ? undefined : readPointer(body, pointer);
  return typeof value === 'string' ? value : undefined;
}

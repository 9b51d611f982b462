import { document, operations } from '../../../contract/src/conformance/description.js';
import { documentedResponses } from '../../../contract/src/conformance/testing/documented-responses.js';
import type { RecordedExchange } from '../../../contract/src/conformance/testing/record-exchanges.js';
import { type Operation, resolve } from '../../../scripts/lib/description.js';
import { readPointer } from '../../../scripts/lib/json-pointer.js';
import type { CallInput } from '../../testing/caller.js';

/** A link of a documented response to another operation (OpenAPI 3.1, section 4.8.20). */
export interface DocumentedLink {
  readonly name: string;
  readonly source: Operation;
  readonly status: number;
  readonly target: Operation;
  /** The parameters of the target, each with its runtime expression. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface LinkObject {
  readonly operationId: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Every link of the description, once for each response that documents it. */
export const documentedLinks: readonly DocumentedLink[] = documentedResponses.flatMap(
  ({ name, operation, response }) =>
    Object.entries<LinkObject>(Object(response).links ?? {}).map(([relation, reference]) => {
      const { operationId, parameters } = resolve<LinkObject>(document, reference);
      const target = operations.find((one) => one.operationId === operationId);
      if (!target) throw new Error(`${name} links to ${operationId}, which is no operation.`);
      return {
        name: `${name} ${relation}`,
        source: operation,
        status: response.status,
        target,
        parameters,
      };
    }),
);

/**
 * Resolves a runtime expression from an exchange.
 *
 * @param request What the request was made from.
 * @throws {Error} When the expression is unknown, or leads to nothing.
 */
export function resolveExpression(
  expression: string,
  request: CallInput,
  { body }: Pick<RecordedExchange, 'body'>,
): string {
  const [, parameter] = /^\$request\.path\.(\w+)$/.exec(expression) ?? [];
  const [, pointer] = /^\$response\.body(#\/.*)$/.exec(expression) ?? [];
  const value = parameter ? request.path?.[parameter] : pointer && readPointer(body, pointer);
  if (typeof value !== 'string') throw new Error(`${expression} leads to nothing.`);
  return value;
}

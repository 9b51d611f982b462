import { type FactsReport, groupByOperation } from './facts-report.js';

/** Renders the report as JSON: the changes of each operation with what they need. */
export function renderJson({ source, changes }: FactsReport): string {
  const operations = [...groupByOperation(changes)].map(([operation, ofOperation]) => [
    operation,
    ofOperation.map(({ operation: _operation, kind, element, ...change }) => ({ kind, element, ...change })),
  ]);
  const document = { source, changed: changes.length > 0, operations: Object.fromEntries(operations) };
  return JSON.stringify(document, undefined, 2);
}

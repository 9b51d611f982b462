import { byOperation, type Drift } from './facts-report.js';

/** The drift for programs: the changes of each operation, and what each of them needs. */
export function jsonReport({ source, changes }: Drift): string {
  const operations = [...byOperation(changes)].map(([operation, ofOperation]) => [
    operation,
    ofOperation.map(({ operation: _operation, kind, element, ...change }) => ({ kind, element, ...change })),
  ]);
  const document = { source, changed: changes.length > 0, operations: Object.fromEntries(operations) };
  return JSON.stringify(document, undefined, 2);
}

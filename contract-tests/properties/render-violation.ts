import type { PropertyViolation } from './find-violations.js';

/** Renders a violation: the check, what is wrong, and the case as it is kept. */
export function renderViolation({
  check,
  operation,
  target,
  case: one,
  problems,
}: PropertyViolation): string {
  const kept = JSON.stringify({ check, operation, case: one, problems });
  return [
    `${target}, ${operation}: does not hold that it ${check}`,
    ...problems.map((problem) => `  ${problem}`),
    `  ${kept}`,
  ].join('\n');
}

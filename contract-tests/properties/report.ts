import { renderTable } from '../../scripts/lib/table.js';
import { checks } from './checks/checks.js';
import { renderViolation } from './render-violation.js';
import type { PropertiesReport } from './run-properties.js';

/** Renders the figures of a run, what targets cannot show, and every violation. */
export function renderReport(report: PropertiesReport): string {
  return [
    renderFigures(report),
    renderCases(report),
    renderLimits(report),
    ...report.violations.map(renderViolation),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderFigures({ options, requests, violations, seconds }: PropertiesReport): string {
  const total = Object.values(requests).reduce((sum, one) => sum + one, 0);
  const figures: readonly (readonly [string, string])[] = [
    ['seed', String(options.seed)],
    ['requests', String(total)],
    ...Object.entries(requests).map(([name, count]) => [`  ${name}`, String(count)] as const),
    ['violations', String(violations.length)],
    ['duration', `${Math.round(seconds)} s`],
  ];
  return renderTable(figures);
}

/** Renders how many cases of each check a target was tried with. */
function renderCases({ options, cases }: PropertiesReport): string {
  const { targets } = options;
  const rows = checks.map(({ name }) => [
    name,
    ...targets.map((target) =>
      String(cases.find((one) => one.check === name && one.target === target)?.count ?? '–'),
    ),
  ]);
  return renderTable([['cases', ...targets], ...rows]);
}

/** Renders what targets cannot show, or not as a whole. */
function renderLimits({ options, leftOut }: PropertiesReport): string {
  const limits = options.targets.flatMap((target) =>
    checks.flatMap(({ name, excluded, reduced }) => [
      ...(excluded?.[target] ? [`${target} cannot show that it ${name}: ${excluded[target]}`] : []),
      ...(reduced?.[target] ? [`${target} shows in part that it ${name}: ${reduced[target]}`] : []),
    ]),
  );
  const omissions = [...leftOut].map(([reason, count]) => `${count} cases were left out, since ${reason}`);
  return [...limits, ...omissions].join('\n');
}

import { escapeHtml } from '../rendering/html.js';
import type { OperationGroup } from './reference-frame.js';
import { DRIVERS, type Driver, type StatusDrivers } from './status-drivers.js';

/** The mark and the meaning of each driver. */
const LEGEND: Readonly<Record<Driver, { readonly letter: string; readonly meaning: string }>> = {
  mock: {
    letter: 'M',
    meaning: "Prism's mock responds with the example of the description: <code>npm run mock</code>.",
  },
  sandbox: {
    letter: 'S',
    meaning: 'The <a href="../guides/testing.html">sandbox</a> responds with it by its own rules.',
  },
  fault: {
    letter: 'F',
    meaning: 'The sandbox responds with it after a test has injected a fault.',
  },
  workflow: {
    letter: 'W',
    meaning: 'A step of a workflow in <code>openapi/workflows/</code> requires it.',
  },
  live: {
    letter: 'L',
    meaning:
      'The <a href="../guides/check-your-provider.html">live check</a> sees it on a server that does what the sandbox does. Of an operation that changes something, only with <code>LDDPAY_LIVE_WRITES=1</code>.',
  },
};

/**
 * Renders which operations have which statuses, and what drives each. Tables that are shown as blocks, as this one
 * is on phones, keep their meaning by roles alone.
 */
export function renderStatusDrivers(groups: readonly OperationGroup[], drivers: StatusDrivers): string {
  const operations = groups.flatMap((group) => group.operations);
  const responses = operations.flatMap((operation) => operation.responses);
  const statuses = [...new Set(responses.map(({ status }) => status))].sort((left, right) => left - right);
  const head = statuses.map((status) => `<th role="columnheader" scope="col">${status}</th>`);
  const rows = operations.map(({ operationId, responses }) => {
    const documented = responses.map(({ status }) => status);
    const cells = statuses.map((status) => {
      const content = documented.includes(status)
        ? renderDrivers(operationId, status, drivers[operationId]?.[status] ?? [])
        : '';
      return `<td role="cell">${content}</td>`;
    });
    return `<tr role="row"><th role="rowheader" scope="row"><a href="${operationId}.html">${escapeHtml(operationId)}</a></th>${cells.join('')}</tr>`;
  });
  return `<p>Each of the ${responses.length} documented responses is tried in this project. ${summarize(operations, drivers)}</p>
${renderLegend()}
<div class="matrix"><table role="table" aria-label="What drives each status">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">operation</th>${head.join('')}</tr></thead>
<tbody role="rowgroup">
${rows.join('\n')}
</tbody></table></div>`;
}

function renderDrivers(operationId: string, status: number, drivers: readonly Driver[]): string {
  const marks = drivers.map((driver) => ` ${renderDriver(driver)}`).join('');
  return `<a href="${operationId}.html#response-${status}"><span class="number">${status}</span>${marks}</a>`;
}

/** Renders a driver as a letter where there is little space, and as a word elsewhere. */
function renderDriver(driver: Driver): string {
  return `<span class="driver ${driver}"><span class="letter" aria-hidden="true">${LEGEND[driver].letter}</span><span class="word">${driver}</span></span>`;
}

function renderLegend(): string {
  const items = DRIVERS.map(
    (driver) => `<div><dt>${renderDriver(driver)}</dt><dd>${LEGEND[driver].meaning}</dd></div>`,
  );
  return `<dl class="legend">${items.join('\n')}</dl>`;
}

function summarize(operations: OperationGroup['operations'], drivers: StatusDrivers): string {
  const all = operations.flatMap(({ operationId, responses }) =>
    responses.map(({ status }) => drivers[operationId]?.[status] ?? []),
  );
  const count = (driver: Driver) => all.filter((names) => names.includes(driver)).length;
  return `The mock responds with ${count('mock')}, the sandbox with ${count('sandbox')} by its own rules and with ${count('fault')} after a fault; workflows require ${count('workflow')}, and the live check sees ${count('live')}.`;
}

import { escapeHtml } from '../rendering/html.js';
import { wideTable } from '../rendering/markdown.js';
import type { StateTrial } from './trials/try-operations.js';

/** Renders what an operation does with a payment in each status; statuses with the same effect share a row. */
export function renderStates(trials: readonly StateTrial[]): string {
  if (trials.length === 0) return '';
  const rows = new Map<string, { readonly statuses: string[]; readonly trial: StateTrial }>();
  const sorted = [...trials].sort((left, right) => left.response - right.response);
  for (const trial of sorted) {
    const key = `${trial.response} ${renderAfter(trial)}`;
    rows.set(key, { trial, statuses: [...(rows.get(key)?.statuses ?? []), trial.before] });
  }
  const cells = [...rows.values()].map(
    ({ trial, statuses }) =>
      `<td>${escapeHtml(statuses.join(', '))}</td><td><a href="#response-${trial.response}">${trial.response}</a></td><td>${renderAfter(trial)}</td>`,
  );
  return `<p>What the sandbox does with a card payment in each status, tried when this page was built. The published page says it only of <a href="reversePayment.html">reversals</a>: ask your provider about the rest.</p>
<div class="states">${wideTable('<th>status of the payment</th><th>response</th><th>status afterwards</th>', cells)}</div>`;
}

function renderAfter({ before, after }: StateTrial): string {
  return before === after ? 'unchanged' : escapeHtml(after);
}

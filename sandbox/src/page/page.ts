import { html, raw } from 'hono/html';
import { CHALLENGE_OUTCOMES } from '../payments/challenge.js';
import { SCRIPT, STYLE } from './assets.generated.js';
import { renderControls } from './controls.js';
import { renderFaultForm } from './fault-form.js';
import { hashSource } from './hash-source.js';
import { SNAPSHOT_LIMIT } from './snapshot.js';

/**
 * The headers of the page. It runs its own script and nothing else, sends requests to the sandbox alone, makes no
 * markup from strings, and is shown in no frame of another page, where a visitor could be led to its buttons.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src ${hashSource(SCRIPT)}`,
    `style-src ${hashSource(STYLE)}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** The sections of the page, by the start of their identifiers. */
const SECTIONS = {
  controls: 'Controls',
  faults: 'Faults',
  payments: 'Payments',
  requests: 'Requests',
  ledger: 'Ledger',
  upcoming: 'Due next',
};

type Markup = ReturnType<typeof html>;

/** Renders the page, which is the same for every sandbox: its script reads what it shows. */
export function renderSandboxPage() {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>LDDPay sandbox</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body data-outcomes="${CHALLENGE_OUTCOMES.join(' ')}">
<header>
  <h1>LDDPay sandbox</h1>
  <p>Clock: <span id="clock">…</span> UTC</p>
  <p>Updates: <span id="connection">connecting</span></p>
</header>
<nav aria-label="Sections"><p>${Object.entries(SECTIONS).map(([id, title]) => html`<a href="#${id}-heading">${title}</a> `)}</p></nav>
<main>
  <noscript><p class="wide warning">This page needs JavaScript. Its controls are also available over HTTP.</p></noscript>
  <p class="wide warning hint">Never send the sandbox a real card number. Amounts are in minor currency units, as in the API.</p>
  ${renderControls()}
  ${renderFaults()}
  ${renderTable('payments', 'Payments', renderCount('payments', 'last'), 'No payment yet.', ['Requested', 'Payment', 'Status', '#Amount', '#To capture', '#Captured', '#Voided', '#Refunded', 'Reference', 'Payer'])}
  ${renderTable('requests', 'Requests', renderCount('requests', 'last'), 'No request yet.', ['Time', 'Operation', 'Status', 'Error codes', 'Key', 'Fault'])}
  ${renderTable('ledger', 'Ledger', renderCount('ledger', 'last'), 'No effect on money yet.', ['Time', 'Type', '#Amount', 'Payment', 'Key'])}
  ${renderTable('upcoming', 'Due next', html`<span class="count">at most ${SNAPSHOT_LIMIT} are shown</span>`, 'Nothing is due.', ['Time', 'Event', 'Payment'])}
</main>
<footer role="status">
  <p id="connection-lost" class="bad" hidden>The sandbox is not connected. The page shows what it received last, and connects again by itself.</p>
  <p id="message"></p>
</footer>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
}

function renderFaults() {
  return html`<section aria-labelledby="faults-heading">
    <h2 id="faults-heading" tabindex="-1">Faults ${renderCount('faults', 'first')}</h2>
    <p class="hint">A fault hits the next requests that would succeed.</p>
    ${renderFaultForm()}
    ${renderRows('faults', 'Faults', 'No fault is pending.', ['Effect', 'Operation', 'Response', '#Requests left'])}
  </section>`;
}

function renderTable(id: string, title: string, count: Markup, empty: string, columns: readonly string[]) {
  return html`<section class="wide" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading" tabindex="-1">${title} ${count}</h2>
    ${renderRows(id, title, empty, columns)}
  </section>`;
}

/** Renders how many items a list has, with a note for when not all of them are shown. */
function renderCount(id: string, shown: 'first' | 'last') {
  return html`<span class="count"><span id="${id}-count">…</span><span id="${id}-limit" hidden>, the ${shown} ${SNAPSHOT_LIMIT} are shown</span></span>`;
}

/** Renders a table without rows, which does not say that it is empty before the state is known. Its roles are stated, because a narrow window does not show it as a table. */
function renderRows(id: string, title: string, empty: string, columns: readonly string[]) {
  const heads = columns.map((column) =>
    column.startsWith('#')
      ? html`<th role="columnheader" scope="col" class="number">${column.slice(1)}</th>`
      : html`<th role="columnheader" scope="col">${column}</th>`,
  );
  return html`<p id="${id}-empty" class="empty" data-empty="${empty}">Connecting…</p>
    <table role="table" aria-label="${title}" hidden>
      <thead role="rowgroup"><tr role="row">${heads}</tr></thead>
      <tbody id="${id}" role="rowgroup"></tbody>
    </table>`;
}

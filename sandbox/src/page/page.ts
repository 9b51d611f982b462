import { html, raw } from 'hono/html';
import { operationIds } from '../lib/description.js';
import { hash } from '../lib/hash.js';
import { CHALLENGE_OUTCOMES } from '../payments/challenge.js';
import { FAULT_EFFECTS } from '../state/faults.js';
import { SCRIPT } from './script.js';
import { SNAPSHOT_LIMIT } from './snapshot.js';
import { STYLE } from './style.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The steps of the clock's buttons, in milliseconds. */
const STEPS = {
  '1 minute': MINUTE,
  '15 minutes': 15 * MINUTE,
  '1 hour': HOUR,
  '1 day': DAY,
  '7 days': 7 * DAY,
};

const script = `const OUTCOMES = ${JSON.stringify(CHALLENGE_OUTCOMES)};${SCRIPT}`;

/**
 * The headers of the page. It runs its own script and nothing else, sends requests to the sandbox alone, makes no
 * markup from strings, and is shown in no frame of another page, where a visitor could be led to its buttons.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `script-src ${hashSource(script)}`,
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
<body>
<header>
  <h1>LDDPay sandbox</h1>
  <p>Clock: <span id="clock">…</span> UTC</p>
  <p>Updates: <span id="connection">connecting</span></p>
</header>
<main>
  <noscript><p class="wide warning">This page needs JavaScript. Its controls are also available over HTTP.</p></noscript>
  <p class="wide warning hint">Never send the sandbox a real card number. Amounts are in minor currency units, as in the API.</p>
  ${renderControls()}
  ${renderFaults()}
  ${renderTable('payments', 'Payments', true, ['Requested', 'Payment', 'Status', '#Amount', '#To capture', '#Captured', '#Voided', '#Refunded', 'Reference', 'Payer'])}
  ${renderTable('requests', 'Requests', true, ['Time', 'Operation', 'Status', 'Error codes', 'Key', 'Fault'])}
  ${renderTable('ledger', 'Ledger', true, ['Time', 'Type', '#Amount', 'Payment', 'Key'])}
  ${renderTable('upcoming', 'Due next', false, ['Time', 'Event', 'Payment'])}
</main>
<script>${raw(script)}</script>
</body>
</html>
`;
}

function renderControls() {
  return html`<section aria-labelledby="controls-heading">
    <h2 id="controls-heading">Controls</h2>
    <p id="steps-label" class="hint">Advance the clock by</p>
    <div class="buttons" role="group" aria-labelledby="steps-label">
      ${Object.entries(STEPS).map(([name, ms]) => html`<button type="button" data-advance="${ms}">+ ${name}</button> `)}
      <button type="button" id="advance-to-next" disabled>To what is due next</button>
    </div>
    <div class="buttons">
      <button type="button" id="revoke-tokens">Revoke all tokens (<span id="tokens-count">0</span> valid)</button>
      <button type="button" id="reset">Reset</button>
    </div>
    <p id="message" role="status"></p>
  </section>`;
}

function renderFaults() {
  const option = (value: string) => html`<option>${value}</option>`;
  return html`<section aria-labelledby="faults-heading">
    <h2 id="faults-heading" tabindex="-1">Faults</h2>
    <form id="fault" class="buttons">
      <label>Effect <select name="effect">${FAULT_EFFECTS.map(option)}</select></label>
      <label>Operation <select name="operationId"><option value="">any</option>${operationIds.map(option)}</select></label>
      <label>Times <input name="times" type="number" min="1" value="1"></label>
      <label>Status <input name="status" type="number" min="200" max="599"></label>
      <label>ms <input name="ms" type="number" min="0"></label>
      <button type="submit">Inject</button>
      <button type="button" id="clear-faults">Clear faults</button>
    </form>
    ${renderRows('faults', 'Faults', ['Effect', 'Operation', 'Response', '#Requests left'])}
  </section>`;
}

function renderTable(id: string, title: string, isCounted: boolean, columns: readonly string[]) {
  const count = html`<span class="count"><span id="${id}-count">0</span>, the last ${SNAPSHOT_LIMIT} are shown</span>`;
  return html`<section class="wide" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading" tabindex="-1">${title} ${isCounted ? count : ''}</h2>
    ${renderRows(id, title, columns)}
  </section>`;
}

/** Renders a table without rows. Its roles are stated, because a narrow window does not show it as a table. */
function renderRows(id: string, title: string, columns: readonly string[]) {
  const heads = columns.map((column) =>
    column.startsWith('#')
      ? html`<th role="columnheader" scope="col" class="number">${column.slice(1)}</th>`
      : html`<th role="columnheader" scope="col">${column}</th>`,
  );
  return html`<p id="${id}-empty" class="empty">None.</p>
    <table role="table" aria-label="${title}" hidden>
      <thead role="rowgroup"><tr role="row">${heads}</tr></thead>
      <tbody id="${id}" role="rowgroup"></tbody>
    </table>`;
}

/** Returns the source expression that allows an inline element: Content Security Policy Level 3, section 2.3.1. */
function hashSource(content: string): string {
  return `'sha256-${btoa(String.fromCharCode(...hash(content)))}'`;
}

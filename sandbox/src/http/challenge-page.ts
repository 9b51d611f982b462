import { html } from 'hono/html';
import { CHALLENGE_OUTCOMES } from '../payments/authorization.js';

/** What the payer sees in place of the bank's page: a button for each way that it can end. */
export function challengePage() {
  return page(html`<p>The payer's bank would ask for proof here. How shall it end?</p>
    <form method="post">
      ${CHALLENGE_OUTCOMES.map((outcome) => html`<button name="outcome" value="${outcome}">${outcome}</button> `)}
    </form>`);
}

export function resultPage(outcome: string) {
  return page(html`<p>The payer's part has ended: ${outcome}. Read the payment for its status.</p>`);
}

function page(content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>Sandbox of LDDPay</title>
      <style>
        :root { color-scheme: light dark; font: 1.1rem/1.5 system-ui; }
        body { max-width: 32rem; margin: 15vh auto; padding: 0 1rem; }
        button { font: inherit; padding: 0.5rem 1rem; }
      </style>
      <h1>A sandbox, not a bank</h1>
      ${content}
    </html>`;
}

import { html } from 'hono/html';
import { CHALLENGE_OUTCOMES } from '../payments/challenge.js';

/** Renders the page that stands in for the payer's bank, with a button for each outcome. */
export function renderChallengePage() {
  return renderPage(html`<p>Here the payer's bank would ask for authentication. Choose the outcome:</p>
    <form method="post">
      ${CHALLENGE_OUTCOMES.map((outcome) => html`<button name="outcome" value="${outcome}">${outcome}</button> `)}
    </form>`);
}

/** Renders the page that confirms the chosen outcome. */
export function renderResultPage(outcome: string) {
  return renderPage(html`<p>The challenge is complete: ${outcome}. Read the payment for its status.</p>`);
}

function renderPage(content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>LDDPay sandbox</title>
      <style>
        :root { color-scheme: light dark; font: 1.1rem/1.5 system-ui; }
        body { max-width: 32rem; margin: 15vh auto; padding: 0 1rem; }
        button { font: inherit; padding: 0.5rem 1rem; }
      </style>
      <h1>A sandbox, not a bank</h1>
      ${content}
    </html>`;
}

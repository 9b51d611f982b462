import { html, raw } from 'hono/html';
import { hashSource } from '../page/hash-source.js';
import { CHALLENGE_OUTCOMES } from '../payments/challenge.js';

type Markup = ReturnType<typeof html>;

const STYLE = /* css */ `
:root { color-scheme: light dark; font: 1.1rem/1.5 system-ui; }
body { max-width: 32rem; margin: 15vh auto; padding: 0 1rem; }
button { font: inherit; padding: 0.5rem 1rem; }
`;

/**
 * Builds the headers of a page of a challenge. Shops show such pages in a frame, where another page could lead the
 * payer to its buttons: only the sandbox's own pages and those of allowed origins can.
 * @param origins The origins of the pages that may send requests to the server.
 */
export function buildChallengeHeaders(origins: readonly string[]): Readonly<Record<string, string>> {
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src ${hashSource(STYLE)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'self'",
      ['frame-ancestors', "'self'", ...origins].join(' '),
    ].join('; '),
    // Not `no-referrer`, with which browsers hide the origin of the form.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Renders the page that stands in for the payer's bank, with a button for each outcome. */
export function renderChallengePage(): Markup {
  return renderPage(html`<p>Here the payer's bank would ask for authentication. Choose the outcome:</p>
    <form method="post">
      ${CHALLENGE_OUTCOMES.map((outcome) => html`<button name="outcome" value="${outcome}">${outcome}</button> `)}
    </form>`);
}

/** Renders the page that confirms the chosen outcome. */
export function renderResultPage(outcome: string): Markup {
  return renderPage(html`<p>The challenge is complete: ${outcome}. Read the payment for its status.</p>`);
}

/** Renders the page of a payment that does not wait for its payer any more, or never did. */
export function renderCompletePage(status: string): Markup {
  return renderPage(html`<p>The challenge is already complete: ${status}.</p>`);
}

/** Renders the page of a challenge that no payment has. */
export function renderUnknownPage(): Markup {
  return renderPage(html`<p>The challenge is unknown.</p>`);
}

function renderPage(content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>LDDPay sandbox</title>
      <link rel="icon" href="data:," />
      <style>${raw(STYLE)}</style>
      <h1>A sandbox, not a bank</h1>
      ${content}
    </html>`;
}

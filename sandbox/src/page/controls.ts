import { html } from 'hono/html';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The steps of the clock's buttons, in ms. */
const STEPS = {
  '1 minute': MINUTE,
  '15 minutes': 15 * MINUTE,
  '1 hour': HOUR,
  '1 day': DAY,
  '7 days': 7 * DAY,
};

/** Renders the buttons of the clock, the tokens and the reset. */
export function renderControls() {
  return html`<section aria-labelledby="controls-heading">
    <h2 id="controls-heading" tabindex="-1">Controls</h2>
    <h3 id="clock-label">Advance the clock</h3>
    <div class="buttons" role="group" aria-labelledby="clock-label">
      ${Object.entries(STEPS).map(([name, ms]) => html`<button type="button" data-advance="${ms}" data-step="${name}">+ ${name}</button> `)}
      <button type="button" id="advance-to-next" aria-describedby="next-hint">To what is due next</button>
    </div>
    <p id="next-hint" class="hint"></p>
    <h3 id="tokens-label">End access tokens <span class="count"><span id="tokens-count">…</span> valid</span></h3>
    <div class="buttons" role="group" aria-labelledby="tokens-label">
      <button type="button" id="expire-tokens" aria-describedby="tokens-hint">Let all tokens expire</button>
      <button type="button" id="revoke-tokens" aria-describedby="tokens-hint">Revoke all tokens</button>
    </div>
    <p id="tokens-hint" class="hint"></p>
    <h3 id="reset-label">Start again</h3>
    <div class="buttons" role="group" aria-labelledby="reset-label">
      <button type="button" id="reset" aria-describedby="reset-hint">Reset</button>
    </div>
    <p id="reset-hint" class="hint">Removes all payments, requests, keys and faults, and sets the clock back. Tokens stay valid.</p>
  </section>`;
}

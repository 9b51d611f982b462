import { html } from 'hono/html';
import { operationIds } from '../lib/description.js';
import { FAULT_DEFAULTS, FAULT_EFFECTS, type FaultEffect } from '../state/faults.js';

/** What each effect does. */
const HINTS: Readonly<Record<FaultEffect, string>> = {
  'drop-before': 'Not executed: the connection is lost.',
  'drop-after': 'Executed: the response is lost.',
  status: 'Not executed: the response has this status.',
  'status-after': 'Executed: the response has this status all the same.',
  delay: 'Executed after this real time.',
  late: 'Executed after this time of the sandbox’s clock: the connection is lost.',
  twice: 'Executed, and again after this time of the sandbox’s clock.',
  'stall-body': 'Executed: the body of the response never ends.',
  'truncate-body': 'Executed: the connection is lost in the middle of the body.',
  'short-body': 'Executed: the body is the first half of the JSON.',
  'in-flight': 'Not executed: the response is 429 duplicate_request.',
};

/** Renders the form that injects faults. */
export function renderFaultForm() {
  return html`<form id="fault" class="buttons">
      <label>Effect <select id="fault-effect" name="effect" aria-describedby="effect-hint">${FAULT_EFFECTS.map(renderEffect)}</select></label>
      <label>Operation <select name="operationId"><option value="">any</option>${operationIds.map((id) => html`<option>${id}</option>`)}</select></label>
      <label>Times <input name="times" type="number" min="1" value="1"></label>
      <label>Status <input name="status" type="number" min="200" max="599" data-optional></label>
      <label>Time in ms <input name="ms" type="number" min="0" data-optional></label>
      <p id="effect-hint" class="hint"></p>
      <button type="submit">Inject</button>
      <button type="button" id="clear-faults">Clear faults</button>
    </form>`;
}

function renderEffect(effect: FaultEffect) {
  const [field = '', preset = ''] = Object.entries(FAULT_DEFAULTS[effect])[0] ?? [];
  return html`<option data-hint="${HINTS[effect]}" data-field="${field}" data-preset="${preset}">${effect}</option>`;
}

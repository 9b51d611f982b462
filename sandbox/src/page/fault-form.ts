import { html } from 'hono/html';
import { operationIds } from '../lib/description.js';
import { FAULT_EFFECTS, type FaultEffect } from '../state/faults.js';

interface EffectChoice {
  /** What the effect does. */
  readonly hint: string;
  /** The field that the effect has. */
  readonly field?: 'status' | 'ms';
  /** The value of an empty field. */
  readonly preset?: number;
}

const EFFECTS: Readonly<Record<FaultEffect, EffectChoice>> = {
  'drop-before': { hint: 'Not executed: the connection is lost.' },
  'drop-after': { hint: 'Executed: the response is lost.' },
  status: {
    hint: 'Not executed: the response has this status.',
    field: 'status',
    preset: 500,
  },
  'status-after': {
    hint: 'Executed: the response has this status all the same.',
    field: 'status',
    preset: 502,
  },
  delay: { hint: 'Executed after this real time.', field: 'ms', preset: 1000 },
  late: {
    hint: 'Executed after this time of the sandbox’s clock: the connection is lost.',
    field: 'ms',
    preset: 1000,
  },
  twice: {
    hint: 'Executed, and again after this time of the sandbox’s clock.',
    field: 'ms',
    preset: 0,
  },
  'stall-body': { hint: 'Executed: the body of the response never ends.' },
  'truncate-body': { hint: 'Executed: the connection is lost in the middle of the body.' },
  'short-body': { hint: 'Executed: the body is the first half of the JSON.' },
  'in-flight': { hint: 'Not executed: the response is 429 duplicate_request.' },
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
  const { hint, field = '', preset = '' } = EFFECTS[effect];
  return html`<option data-hint="${hint}" data-field="${field}" data-preset="${preset}">${effect}</option>`;
}

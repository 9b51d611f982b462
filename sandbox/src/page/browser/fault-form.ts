import { findElement } from './elements.js';
import { sendControl } from './send-control.js';

const form = findElement('fault', HTMLFormElement);
const effect = findElement('fault-effect', HTMLSelectElement);
const hint = findElement('effect-hint', HTMLElement);

/** The fields of a fault that are strings. The others are integers. */
const STRINGS = new Set(['effect', 'operationId']);

/** Connects the form that injects faults. */
export function connectFaultForm(): void {
  effect.addEventListener('change', showFields);
  // A browser that restores the page restores the choice too.
  window.addEventListener('pageshow', showFields);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sendControl(`injected ${effect.value}`, 'POST', 'faults', readFault());
  });
  findElement('clear-faults', HTMLButtonElement).addEventListener('click', () => {
    void sendControl('removed all faults', 'DELETE', 'faults');
  });
}

/** Shows what the chosen effect does, and the field that only some effects have. */
function showFields(): void {
  const { hint: text, field, preset } = effect.selectedOptions[0]?.dataset ?? {};
  hint.textContent = text ?? '';
  for (const input of form.querySelectorAll<HTMLInputElement>('[data-optional]')) {
    const isUsed = input.name === field;
    // A disabled field is not sent.
    input.disabled = !isUsed;
    input.placeholder = preset ?? '';
    input.parentElement?.toggleAttribute('hidden', !isUsed);
  }
}

function readFault(): Record<string, unknown> {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, STRINGS.has(name) ? value : Number(value)]));
}

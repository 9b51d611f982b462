import type { SandboxView } from '../messages.js';
import { createElement } from './element.js';
import { createEffect, createPayment, createRequest } from './items.js';

const ABOUT =
  'It ran in this page, and all its requests went to a sandbox in this page. An example of a guide runs together ' +
  'with those above it. Types of edited code are not checked.';

/** What a program printed and did, below its code. */
export class Panel {
  readonly element: HTMLElement;
  readonly #status = createElement('p', { className: 'run-status', role: 'status' });
  readonly #output = createElement('pre', {
    className: 'run-output',
    tabIndex: 0,
    role: 'log',
    ariaLabel: 'Output',
  });
  readonly #requests = new Part('Requests', 'No request was sent.');
  readonly #ledger = new Part('Ledger', 'No money was moved.');
  readonly #payments = new Part('Payments', 'There is no payment.');

  constructor() {
    const parts = [this.#requests, this.#ledger, this.#payments].map(({ element }) => element);
    this.element = createElement(
      'section',
      { className: 'run-panel', ariaLabel: 'Result' },
      this.#status,
      this.#output,
      ...parts,
      createElement('p', { className: 'run-about quiet' }, ABOUT),
    );
  }

  get output(): string {
    return this.#output.textContent ?? '';
  }

  setStatus(text: string): void {
    this.#status.textContent = text;
  }

  clear(): void {
    this.#output.replaceChildren();
    this.showView({ requests: [], ledger: [], payments: [] });
  }

  print(text: string): void {
    this.#output.append(text);
  }

  showView({ requests, ledger, payments }: SandboxView): void {
    this.#requests.show(requests.map(createRequest));
    this.#ledger.show(ledger.map(createEffect));
    if (payments) this.#payments.show(payments.map(createPayment));
  }
}

/** A list with a title, and a sentence in its place while it is empty. */
class Part {
  readonly element: HTMLElement;
  readonly #list = createElement('ol', { tabIndex: 0 });
  readonly #count = createElement('span', { className: 'quiet' });
  readonly #empty: HTMLElement;

  constructor(title: string, empty: string) {
    this.#list.ariaLabel = title;
    this.#empty = createElement('p', { className: 'quiet' }, empty);
    const heading = createElement('p', { className: 'run-title' }, title, ' ', this.#count);
    this.element = createElement('section', { ariaLabel: title }, heading, this.#empty, this.#list);
  }

  show(items: readonly HTMLElement[]): void {
    this.#count.textContent = items.length > 0 ? String(items.length) : '';
    this.#list.replaceChildren(...items);
    this.#list.hidden = items.length === 0;
    this.#empty.hidden = items.length > 0;
  }
}

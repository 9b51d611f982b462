import type { PageProgram, ProgramToRun, SentRequest, WorkerMessage } from '../messages.js';
import { SEPARATE_SCRIPTS } from '../modules.js';
import { compareResponse } from './compare-response.js';
import { createElement } from './element.js';
import { Panel } from './panel.js';
import { startProgram } from './start-program.js';

/** The script with the compiler, which only edited code needs. */
const COMPILER = 'compiler';

/** A code block of a page that can be run and edited. */
export class Example {
  readonly #figure: HTMLElement;
  readonly #pre: HTMLElement;
  readonly #source: string;
  readonly #editor = createElement('textarea', { className: 'run-editor', spellcheck: false });
  readonly #panel = new Panel();
  #running = new AbortController();
  #lastRequest: SentRequest | undefined;
  /** The edited code that Reset removed. */
  #discarded: string | undefined;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
    this.#pre = figure.querySelector('pre') as HTMLElement;
    this.#source = this.#pre.textContent ?? '';
    this.#editor.ariaLabel = 'Code. Control and Enter run it.';
    this.#editor.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.run();
    });
  }

  /** Runs the program of the page up to this block, in a new sandbox. */
  async run(): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    if (this.#output) this.#output.after(this.#panel.element);
    else this.#figure.append(this.#panel.element);
    this.#panel.clear();
    this.#panel.setStatus('Running…');
    this.#lastRequest = undefined;
    this.#offerUndo(undefined);
    this.#showButtons({ stop: true, reset: true });
    try {
      const { program, scripts } = this.#createProgram();
      await startProgram(program, scripts, signal, (message) => this.#receive(message));
    } catch (error) {
      this.#end(String(error));
    }
  }

  stop(): void {
    this.#running.abort();
    this.#end('Stopped.');
    this.#button('run').focus();
  }

  edit(code = this.#source): void {
    this.#editor.value = code;
    this.#editor.rows = code.split('\n').length + 1;
    this.#pre.before(this.#editor);
    this.#pre.hidden = true;
    this.#editor.setSelectionRange(0, 0);
    this.#editor.focus();
    this.#offerUndo(undefined);
    this.#showButtons({ edit: false, reset: true });
  }

  /** Goes back to the documented code, without a result. A second call brings the edited code back. */
  reset(): void {
    if (this.#discarded !== undefined) {
      this.edit(this.#discarded);
      return;
    }
    this.#offerUndo(this.#isEdited ? this.#editor.value : undefined);
    this.#running.abort();
    this.#editor.remove();
    this.#panel.element.remove();
    this.#pre.hidden = false;
    this.#button('run').focus();
    this.#showButtons({ edit: true, stop: false, reset: this.#discarded !== undefined });
  }

  #offerUndo(discarded: string | undefined): void {
    this.#discarded = discarded;
    this.#button('reset').textContent = discarded === undefined ? 'Reset' : 'Undo reset';
  }

  get #isEdited(): boolean {
    return this.#editor.isConnected && this.#editor.value !== this.#source;
  }

  /** Creates the program from the blocks of the page. It is compiled already unless one of them is edited. */
  #createProgram(): { program: ProgramToRun; scripts: string[] } {
    const name = this.#figure.dataset['program'];
    const data = document.querySelector(`script[data-program="${name}"]`)?.textContent ?? '{}';
    const { code, setup } = JSON.parse(data) as PageProgram;
    const figures = [...document.querySelectorAll<HTMLElement>(`figure[data-program="${name}"]`)];
    const examples = figures.map(findExample);
    const block = examples.indexOf(this);
    const isEdited = examples.slice(0, block + 1).some((example) => example.#isEdited);
    const sources = examples.map((example) => (example.#isEdited ? example.#editor.value : example.#source));
    const separate = [...SEPARATE_SCRIPTS].filter(([module]) =>
      sources.some((text) => text.includes(module)),
    );
    return {
      program: { code: isEdited ? sources.slice(0, block + 1) : code, block, setup },
      scripts: [...separate.map(([, script]) => script), ...(isEdited ? [COMPILER] : [])],
    };
  }

  #receive(message: WorkerMessage): void {
    if (message.type === 'output') this.#panel.print(message.text);
    else if (message.type === 'view') {
      this.#lastRequest = message.view.requests.at(-1);
      this.#panel.showView(message.view);
    } else {
      const { hasFailed, paymentId } = message;
      const isDocumented = this.#panel.output === `${this.#output?.querySelector('code')?.textContent}\n`;
      this.#end(
        [
          hasFailed ? 'Ended with an error.' : 'Finished.',
          ...(isDocumented ? ['This is the documented output.'] : []),
          ...compareResponse(this.#figure, this.#lastRequest),
          ...(paymentId ? [`The payment is ${paymentId} here.`] : []),
        ].join(' '),
      );
    }
  }

  #end(status: string): void {
    this.#panel.setStatus(status);
    this.#showButtons({ stop: false });
  }

  /** The documented output. */
  get #output(): Element | null {
    const next = this.#figure.nextElementSibling;
    return next?.matches('figure.output') ? next : null;
  }

  #showButtons(shown: Readonly<Record<string, boolean>>): void {
    for (const [action, isShown] of Object.entries(shown)) this.#button(action).hidden = !isShown;
  }

  #button(action: string): HTMLButtonElement {
    return this.#figure.querySelector(`[data-action="${action}"]`) as HTMLButtonElement;
  }
}

const examples = new WeakMap<HTMLElement, Example>();

/** Returns the example of a figure. */
export function findExample(figure: HTMLElement): Example {
  const example = examples.get(figure) ?? new Example(figure);
  examples.set(figure, example);
  return example;
}

/** How often a program can print, so that an endless loop does not keep the page busy. */
const MAX_PRINTS = 1000;

/** How many characters a program can print: a page takes seconds to show some millions. */
const MAX_CHARACTERS = 100_000;

/** The output of a program from the block on that is shown. */
export class Output {
  /** Whether that block was reached. */
  isShown = false;
  #prints = 0;
  #room = MAX_CHARACTERS;
  readonly #send: (text: string) => void;

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  print(text: string): void {
    if (!this.isShown || this.#prints > MAX_PRINTS) return;
    this.#prints += 1;
    if (this.#prints <= MAX_PRINTS && text.length <= this.#room) {
      this.#room -= text.length;
      this.#send(text);
      return;
    }
    const start = this.#prints > MAX_PRINTS ? '' : `${text.slice(0, this.#room)}\n`;
    this.#prints = MAX_PRINTS + 1;
    this.#send(`${start}… The rest of the output is not shown.\n`);
  }
}

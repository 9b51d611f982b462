/** How often a program can print, so that an endless loop does not keep the page busy. */
const MAX_PRINTS = 1000;

/** The output of a program from the block on that is shown. */
export class Output {
  /** Whether that block was reached. */
  isShown = false;
  #prints = 0;
  readonly #send: (text: string) => void;

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  print(text: string): void {
    if (!this.isShown || this.#prints > MAX_PRINTS) return;
    this.#prints += 1;
    this.#send(this.#prints > MAX_PRINTS ? '… The rest of the output is not shown.\n' : text);
  }
}

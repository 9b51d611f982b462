import { closeSync, existsSync, fdatasync, openSync, readFileSync, truncateSync, write } from 'node:fs';
import { promisify } from 'node:util';
import type { Settlement } from '../merchants/merchant.js';

const writeTo = promisify(write) as (file: number, text: string) => Promise<unknown>;
const flush = promisify(fdatasync);

/** What a merchant came to believe of an intent, and when. */
export interface Belief {
  readonly state: Settlement['state'];
  readonly id?: string | undefined;
  readonly approved?: boolean | undefined;
  readonly empty?: boolean | undefined;
  readonly candidates?: number | undefined;
  /** Names the error that it was believed after. */
  readonly reason?: string | undefined;
  readonly phase: number;
  /** By the clock of the API, in ms since the Unix epoch. */
  readonly at: number;
}

/** A line of a book. */
interface Entry {
  readonly intent: string;
  /** The phase in which the merchant begins to carry it out. */
  readonly begun?: number;
  readonly facts?: object;
  readonly belief?: Belief;
}

/** What is known of an intent. */
export interface IntentRecord {
  readonly begun: number | undefined;
  readonly facts: object | undefined;
  /** In order. */
  readonly beliefs: readonly Belief[];
}

const NOTHING: IntentRecord = { begun: undefined, facts: undefined, beliefs: [] };

/** Reads the records of a book by the names of intents. A last line that a kill tore is no line. */
export function readBook(file: string): Map<string, IntentRecord> {
  const records = new Map<string, IntentRecord>();
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  for (const line of lines) if (line !== '') addEntry(records, JSON.parse(line) as Entry);
  return records;
}

function addEntry(records: Map<string, IntentRecord>, { intent, begun, facts, belief }: Entry): void {
  const known = records.get(intent) ?? NOTHING;
  records.set(intent, {
    begun: begun ?? known.begun,
    facts: facts ?? known.facts,
    beliefs: belief ? [...known.beliefs, belief] : known.beliefs,
  });
}

function removeTornLine(path: string): void {
  const bytes = readFileSync(path);
  truncateSync(path, bytes.lastIndexOf('\n') + 1);
}

/** The orders of one worker, in a file that is only added to. */
export class Book {
  readonly #records: Map<string, IntentRecord>;
  readonly #file: number;
  #lines: string[] = [];
  #written: Promise<void> | undefined;

  constructor(path: string) {
    this.#records = readBook(path);
    this.#file = openSync(path, 'a');
    removeTornLine(path);
  }

  get(intent: string): IntentRecord {
    return this.#records.get(intent) ?? NOTHING;
  }

  /** Resolves when the entry survives the end of the process. Entries at the same time share a write. */
  async add(entry: Entry): Promise<void> {
    addEntry(this.#records, entry);
    this.#lines.push(JSON.stringify(entry));
    while (this.#written) await this.#written;
    if (this.#lines.length === 0) return;
    this.#written = this.#writeLines();
    await this.#written;
  }

  close(): void {
    closeSync(this.#file);
  }

  async #writeLines(): Promise<void> {
    const text = this.#lines.map((line) => `${line}\n`).join('');
    this.#lines = [];
    await writeTo(this.#file, text);
    await flush(this.#file);
    this.#written = undefined;
  }
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseFacts } from './facts-file.js';
import type { Facts } from './model.js';

/** The committed facts. */
export const FACTS_FILE = fileURLToPath(new URL('../../openapi/facts.yaml', import.meta.url));

const BUNDLE_FILE = fileURLToPath(new URL('../../generated/openapi.json', import.meta.url));

/** Reads the committed facts; an error says in plain words what is wrong with the file. */
export function readFacts(): Promise<Facts> {
  return readAs(FACTS_FILE, parseFacts);
}

/** Reads the bundled description; an error says in plain words what is wrong with the file. */
export function readBundle(): Promise<unknown> {
  return readAs(BUNDLE_FILE, JSON.parse);
}

/** Reads and parses a file; an error names the file and the reason. */
export async function readAs<T>(file: string, parse: (text: string) => T): Promise<T> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** An error that says what could not be read, and why. */
export function unreadable(source: string, error: unknown): Error {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  // fetch hides what went wrong in the cause.
  const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
  return new Error(`${source} cannot be read: ${reason}`);
}

/** Ends the process with the status that a command returns, or with 2 and a plain message when it fails. */
export async function run(command: () => Promise<number>): Promise<void> {
  process.exitCode = await command().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  });
}

import { access, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import type { DescriptionFiles } from './advice/description-files.js';
import { formatFacts, parseFacts } from './facts-file.js';
import { type Facts, isObject } from './model.js';

const DESCRIPTION = fileURLToPath(new URL('../../openapi/', import.meta.url));

const FACTS_FILE = `${DESCRIPTION}facts.yaml`;

/** Reads the committed facts; an error says in plain words what is wrong with the file. */
export function readFacts(): Promise<Facts> {
  return readAs(FACTS_FILE, parseFacts);
}

/** Reads the committed facts; undefined before they have been written for the first time. */
export async function readKnownFacts(): Promise<Facts | undefined> {
  const exists = await access(FACTS_FILE).then(
    () => true,
    () => false,
  );
  return exists ? readFacts() : undefined;
}

/** Writes the facts that are to be committed: all of them, or none when something goes wrong. */
export async function writeFacts(facts: Facts): Promise<void> {
  const temporary = `${FACTS_FILE}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, formatFacts(facts));
    await rename(temporary, FACTS_FILE);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Lists the files that the description is bundled from. */
export async function readDescriptionFiles(): Promise<DescriptionFiles> {
  const root: unknown = await readAs(`${DESCRIPTION}openapi.yaml`, parseYaml);
  const paths = isObject(root) && isObject(root['paths']) ? Object.entries(root['paths']) : [];
  const refs = paths.map(([path, item]) => [path, isObject(item) ? String(item['$ref']) : ''] as const);
  const files = await readdir(DESCRIPTION, { recursive: true });
  return { paths: new Map(refs), files: new Set(files.map((file) => file.replaceAll('\\', '/'))) };
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

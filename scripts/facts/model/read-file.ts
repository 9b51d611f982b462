import { readFile } from 'node:fs/promises';

/** Reads and parses a file; an error names the file and the reason. */
export async function readParsedFile<T>(file: string, parse: (text: string) => T): Promise<T> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw createReadError(file, error);
  }
}

/** An error that names what could not be read, and the reason. */
export function createReadError(source: string, error: unknown): Error {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  // fetch hides the reason in the cause.
  const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
  return new Error(`${source} cannot be read: ${reason}`);
}

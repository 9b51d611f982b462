import { readFile } from 'node:fs/promises';
import type { Page } from '../model/facts.js';
import { createReadError } from '../model/read-file.js';
import { fetchPage } from './fetch-page.js';
import { PageError } from './page-events.js';
import { readPage } from './read-page.js';

/**
 * Reads the facts from a page in a file or at a URL, as the WordPress REST API serves it.
 *
 * @param onWait Called once if a server is slow to respond.
 * @throws Error with the source and the reason why it cannot be read.
 */
export async function readSource(source: string, onWait: () => void): Promise<Page> {
  try {
    const isUrl = /^https?:\/\//i.test(source);
    return readPage(parseJson(await (isUrl ? fetchPage(source, onWait) : readUtf8(source))));
  } catch (error) {
    throw createReadError(source, error);
  }
}

/** Other bytes would become replacement characters, and those changes of the page. */
async function readUtf8(file: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
}

function parseJson(text: string): unknown {
  // `trim` removes a byte order mark as well.
  const json = text.trim();
  if (json === '') throw new PageError('it is empty');
  try {
    return JSON.parse(json);
  } catch {
    throw new PageError(`it is not complete JSON; it begins with ${JSON.stringify(json.slice(0, 40))}`);
  }
}

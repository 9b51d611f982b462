import { type Facts, isObject, type OperationFacts } from '../model/facts.js';
import { PageError, readPageEvents } from './page-events.js';
import { StatedOperationReader } from './stated-operation-reader.js';

/**
 * Reads everything that the published documentation page states.
 *
 * @param page - The parsed response of the WordPress REST API: one page, or a list with one page.
 * @throws PageError if this is not the documentation, or if a part of it cannot be read.
 */
export function readPage(page: unknown): Facts {
  const only = Array.isArray(page) && page.length === 1 ? page[0] : page;
  if (!isObject(only))
    throw new PageError('this is not a page of the WordPress REST API: one JSON object is expected');
  const content = only['content'];
  const html = isObject(content) ? content['rendered'] : undefined;
  if (typeof html !== 'string')
    throw new PageError(`the page has no content.rendered${renderErrorCode(only)}`);
  const { link: url, id, modified_gmt: modified } = only;
  if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url)) throw new PageError('the page has no link');
  if (typeof id !== 'number') throw new PageError('the page has no id');
  if (typeof modified !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:]+$/.test(modified))
    throw new PageError('the page has no modified_gmt');
  return { source: { url, id, modified }, operations: readOperations(html) };
}

/** An error of the REST API is JSON as well, with a code. */
function renderErrorCode({ code }: Readonly<Record<string, unknown>>): string {
  return typeof code === 'string' ? `; its error code is ${JSON.stringify(code)}` : '';
}

function readOperations(html: string): Record<string, OperationFacts> {
  const readers = new Map<string, StatedOperationReader>();
  let current = '';
  for (const event of readPageEvents(html)) {
    if (event.kind !== 'operation') {
      withOperation(current, () => readers.get(current)?.read(event));
      continue;
    }
    if (readers.has(event.id)) throw new PageError(`the page describes ${event.id} twice`);
    current = event.id;
    readers.set(current, new StatedOperationReader());
  }
  if (readers.size === 0) throw new PageError('the page describes no operation');
  return Object.fromEntries(
    [...readers].map(([id, reader]) => [id, withOperation(id, () => reader.facts())]),
  );
}

/** Adds the name of the operation to an error. */
function withOperation<T>(operation: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof PageError ? new PageError(`${operation}: ${error.message}`) : error;
  }
}

import { type Facts, isObject, type OperationFacts } from './model.js';
import { OperationReader } from './operation-reader.js';
import { PageError } from './page-error.js';
import { pageEvents } from './page-events.js';

export { PageError } from './page-error.js';

/**
 * Reads all that the published documentation page states.
 *
 * @param page - The parsed answer of the WordPress REST API: one page, or a list of just that one.
 * @throws PageError when this is not the documentation, or when it holds something that cannot be read.
 */
export function readPage(page: unknown): Facts {
  const only = Array.isArray(page) && page.length === 1 ? page[0] : page;
  if (!isObject(only))
    throw new PageError('this is not a page of the WordPress REST API: one JSON object is expected');
  const content = only['content'];
  const html = isObject(content) ? content['rendered'] : undefined;
  if (typeof html !== 'string') throw new PageError('the page has no content.rendered');
  const { link: url, id, modified_gmt: modified } = only;
  if (typeof url !== 'string') throw new PageError('the page has no link');
  if (typeof id !== 'number') throw new PageError('the page has no id');
  if (typeof modified !== 'string') throw new PageError('the page has no modified_gmt');
  return { source: { url, id, modified }, operations: readOperations(html) };
}

function readOperations(html: string): Record<string, OperationFacts> {
  const readers = new Map<string, OperationReader>();
  let current: OperationReader | undefined;
  for (const event of pageEvents(html)) {
    if (event.kind !== 'operation') {
      current?.take(event);
      continue;
    }
    if (readers.has(event.id)) throw new PageError(`the page describes ${event.id} twice`);
    current = new OperationReader(event.id);
    readers.set(event.id, current);
  }
  if (readers.size === 0) throw new PageError('the page describes no operation');
  return Object.fromEntries([...readers].map(([id, reader]) => [id, reader.facts()]));
}

import { isObject, type Page, type Terms, type Texts } from '../model/facts.js';
import { readTerms } from '../model/terms.js';
import { hashText } from './hash-text.js';
import { PageError, type PageEvent, readPageEvents } from './page-events.js';
import { splitPage } from './split-page.js';
import { StatedOperationReader } from './stated-operation-reader.js';

/**
 * Reads everything that the published documentation page states.
 *
 * @param page The parsed response of the WordPress REST API: one page, or a list with one page.
 * @throws PageError if this is not the documentation, or if a part of it cannot be read.
 */
export function readPage(page: unknown): Page {
  const only = Array.isArray(page) && page.length === 1 ? page[0] : page;
  if (!isObject(only))
    throw new PageError('this is not a page of the WordPress REST API: one JSON object is expected');
  const content = only['content'];
  const html = isObject(content) ? content['rendered'] : undefined;
  if (typeof html !== 'string')
    throw new PageError(`the page has no content.rendered${renderErrorCode(only)}`);
  if (isObject(content) && content['protected'] === true)
    throw new PageError('the page is behind a password: content.protected is true');
  const { link: url, id, modified_gmt: modified } = only;
  if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url)) throw new PageError('the page has no link');
  if (typeof id !== 'number') throw new PageError('the page has no id');
  if (typeof modified !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:]+$/.test(modified))
    throw new PageError('the page has no modified_gmt');
  const { operations, otherText } = splitPage(readPageEvents(html));
  const read = [...operations].map(
    ([operation, events]) => [operation, withOperation(operation, () => readOperation(events))] as const,
  );
  const title = isObject(only['title']) ? String(only['title']['rendered'] ?? '') : '';
  const prose = {
    page: { text: `${title} ${otherText}`.trim() },
    ...Object.fromEntries(read.map(([operation, { prose }]) => [operation, prose])),
  };
  return {
    source: { url, id, modified },
    operations: Object.fromEntries(read.map(([operation, { facts }]) => [operation, facts])),
    texts: hashTexts(prose),
    terms: readAllTerms(prose),
    prose,
  };
}

function hashTexts(prose: Texts): Texts {
  const hashAll = (texts: Texts[string]) =>
    Object.fromEntries(Object.entries(texts).map(([element, text]) => [element, hashText(text)]));
  return Object.fromEntries(Object.entries(prose).map(([operation, texts]) => [operation, hashAll(texts)]));
}

function readAllTerms(prose: Texts): Terms {
  const readAll = (texts: Texts[string]) =>
    Object.entries(texts).flatMap(([element, text]) => {
      const terms = readTerms(text);
      return terms.length > 0 ? [[element, terms] as const] : [];
    });
  return Object.fromEntries(
    Object.entries(prose).map(([operation, texts]) => [operation, Object.fromEntries(readAll(texts))]),
  );
}

/** An error of the REST API is JSON as well, with a code. */
function renderErrorCode({ code }: Readonly<Record<string, unknown>>): string {
  return typeof code === 'string' ? `; its error code is ${JSON.stringify(code)}` : '';
}

function readOperation(events: readonly Exclude<PageEvent, { kind: 'operation' }>[]) {
  const reader = new StatedOperationReader();
  for (const event of events) reader.read(event);
  return { facts: reader.facts(), prose: reader.prose() };
}

/** Adds the name of the operation to an error. */
function withOperation<T>(operation: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof PageError ? new PageError(`${operation}: ${error.message}`) : error;
  }
}

import { type Document, type Example, examplesOf, jsonOf, listOperations } from '../../lib/description.js';
import type { Links } from '../rendering/links.js';
import type { SearchEntry } from '../rendering/site-page.js';

/** Lists an entry for each error code of the examples of an operation's responses. */
export function listErrorCodes(document: Document, links: Links): SearchEntry[] {
  const found = new Map<string, SearchEntry>();
  for (const { operationId, summary, responses } of listOperations(document)) {
    for (const response of responses) {
      for (const code of readCodes(examplesOf(document, jsonOf(response)))) {
        const href = `${links.operation(operationId)}#response-${response.status}`;
        const text = `An error code of ${operationId}, with the status ${response.status}.`;
        // The first operation is the one that people know best.
        if (!found.has(code)) found.set(code, { name: code, page: `API · ${summary}`, href, text });
      }
    }
  }
  return [...found.values()];
}

function readCodes(examples: Readonly<Record<string, Example>>): readonly string[] {
  return Object.values(examples).flatMap(({ value }) => {
    const { error_codes: codes = [] } = (value ?? {}) as { readonly error_codes?: readonly string[] };
    return codes;
  });
}

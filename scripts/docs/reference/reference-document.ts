import { type Document, listOperations } from '../../lib/description.js';
import { samplesOf } from './samples/samples.js';

/**
 * The description as the reference shows it: with a sample for each example, and with the reasons for
 * what is inferred as sentences. The given one stays as it is.
 */
export function referenceDocument(document: Document): Document {
  const copy = JSON.parse(JSON.stringify(document), inWords) as Document;
  for (const operation of listOperations(document)) {
    Object.assign(copy.paths[operation.path]?.[operation.method] ?? {}, {
      'x-codeSamples': samplesOf(document, operation),
    });
  }
  return copy;
}

/** A map of keywords to reasons becomes a sentence; anything else stays what it is. */
function inWords(key: string, value: unknown): unknown {
  if (key !== 'x-inferred' || typeof value === 'string') return value;
  return Object.entries(value as Record<string, string>)
    .map(([keyword, reason]) => `${keyword} (${reason})`)
    .join(', ');
}

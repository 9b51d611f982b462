import { type Document, listOperations } from '../../lib/description.js';
import { createSamples } from './samples/samples.js';

/**
 * Copies the description for the reference. The copy has a sample for each example, and its inference
 * reasons are sentences.
 */
export function createReferenceDocument(document: Document): Document {
  const copy = JSON.parse(JSON.stringify(document), joinReasons) as Document;
  for (const operation of listOperations(document)) {
    Object.assign(copy.paths[operation.path]?.[operation.method] ?? {}, {
      'x-codeSamples': createSamples(document, operation),
    });
  }
  return copy;
}

/** Joins a map of keywords to reasons into a sentence; keeps other values. */
function joinReasons(key: string, value: unknown): unknown {
  if (key !== 'x-inferred' || typeof value === 'string') return value;
  return Object.entries(value as Record<string, string>)
    .map(([keyword, reason]) => `${keyword} (${reason})`)
    .join(', ');
}

import type { InferredPart } from '../description/read-description.js';
import { CONFIDENCE_LABELS, REASON_KINDS, readReason } from '../description/reasons.js';

/** Renders the reasons of all inferred elements by kind and source, with the pointers of the elements. */
export function renderReasons(inferred: readonly InferredPart[]): string {
  const parts = inferred.flatMap(({ pointer, reason }) =>
    readReason(reason).map((part) => ({ ...part, pointer, reason })),
  );
  return REASON_KINDS.flatMap((kind) => {
    const ofKind = parts.filter((part) => part.kind === kind);
    if (ofKind.length === 0) return [];
    const sources = [...new Set(ofKind.map(({ source }) => source))].sort();
    const lines = sources.flatMap((source) => [
      `  ${source}`,
      ...ofKind.filter((part) => part.source === source).map(({ pointer }) => `    ${pointer}`),
    ]);
    return [`${kind.name} (${CONFIDENCE_LABELS[kind.confidence]}): ${ofKind.length}\n${lines.join('\n')}`];
  }).join('\n\n');
}

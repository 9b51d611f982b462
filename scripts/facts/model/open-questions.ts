import { fileURLToPath } from 'node:url';
import { readParsedFile } from './read-file.js';

const GUIDE = fileURLToPath(new URL('../../../docs/guides/certainty.md', import.meta.url));

/** Reads the open questions of the guide: those to ask a provider, then what else the page does not state. */
export function readOpenQuestions(): Promise<string[]> {
  return readParsedFile(GUIDE, parseOpenQuestions);
}

/** Parses the numbered questions of the guide, and the bold beginnings of its lists. */
export function parseOpenQuestions(markdown: string): string[] {
  const items = [...markdown.matchAll(/^\d+\. ([^?]+\?)/gm), ...markdown.matchAll(/^- \*\*(.+?)\.?\*\*/gm)];
  return items.map(([, question = '']) => question.replace(/\[(.+?)\]\(.+?\)/g, '$1').replace(/\s+/g, ' '));
}

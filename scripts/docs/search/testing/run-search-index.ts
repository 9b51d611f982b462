import { runInNewContext } from 'node:vm';
import type { IndexedEntry } from '../page/indexed-entry.js';

/** Runs the script of the index as a page does, and returns the entries. */
export function runSearchIndex(script: string): IndexedEntry[] {
  const window: { searchEntries?: IndexedEntry[] } = {};
  runInNewContext(script, { window });
  return structuredClone(window.searchEntries ?? []);
}

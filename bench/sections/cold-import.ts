import { ask } from '../processes/ask.js';
import type { Subject } from './subjects.js';

/** How long a fresh process takes to load a subject, in milliseconds. */
export function coldImport({ imports }: Subject): Promise<number> {
  return ask<number>('import.js', imports);
}

import { Child } from '../processes/child.js';
import type { Subject } from './subjects.js';

/** How long a fresh process takes to load a subject, in milliseconds. */
export function coldImport({ imports }: Subject): Promise<number> {
  return new Child('import.js', imports).next();
}

import type { Mutant } from '../runner/mutant.js';

/** A mutant of a module: a part of its text is replaced. */
export interface SourceMutant extends Mutant {
  /** The module, relative to the root of the project. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Returns the text of the module with the change of the mutant. */
export function applySourceMutant(text: string, { start, end, replacement }: SourceMutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

import { listCodeBlocks } from '../rendering/markdown.js';
import { joinBlocks } from '../runner/join-blocks.js';

/** The TypeScript of a guide as one program. */
export interface GuideProgram {
  readonly source: string;
  /** The output of the program according to the guide. */
  readonly output: string;
}

/** Joins the code blocks of a guide. */
export function createGuideProgram(markdown: string): GuideProgram {
  return {
    source: joinBlocks(listCodeBlocks(markdown, 'ts')),
    output: listCodeBlocks(markdown, 'output')
      .map((text) => `${text}\n`)
      .join(''),
  };
}

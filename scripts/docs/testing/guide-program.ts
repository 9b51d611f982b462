import { listCodeBlocks } from '../rendering/markdown.js';
import { joinBlocks } from '../runner/join-blocks.js';

/** The TypeScript of a guide as one program. */
export interface GuideProgram {
  readonly source: string;
  /** The blocks as they are, one after the other: what a reader saves. */
  readonly pasted: string;
  /** The output of the program according to the guide. */
  readonly output: string;
}

/** Joins the code blocks of a guide. */
export function createGuideProgram(markdown: string): GuideProgram {
  const blocks = listCodeBlocks(markdown, 'ts');
  return {
    source: joinBlocks(blocks),
    pasted: blocks.join('\n\n'),
    output: listCodeBlocks(markdown, 'output')
      .map((text) => `${text}\n`)
      .join(''),
  };
}

import { listCodeBlocks } from '../rendering/markdown.js';

/** The TypeScript of a guide as one program. */
export interface GuideProgram {
  readonly source: string;
  /** The output of the program according to the guide. */
  readonly output: string;
}

const IMPORT = /^import .*;$/gm;

/** Joins the code blocks of a guide. Each block after the first has its own scope within the first. */
export function createGuideProgram(markdown: string): GuideProgram {
  const [first = '', ...rest] = listCodeBlocks(markdown, 'ts');
  const imports = rest.flatMap((code) => code.match(IMPORT) ?? []);
  const scopes = rest.map((code) => `{\n${code.replaceAll(IMPORT, '')}\n}`);
  return {
    source: [...imports, first, ...scopes].join('\n'),
    output: listCodeBlocks(markdown, 'output')
      .map((text) => `${text}\n`)
      .join(''),
  };
}

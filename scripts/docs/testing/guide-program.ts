import { codeBlocks } from '../rendering/markdown.js';

/** All TypeScript of a guide as one program, and all that the guide says it prints. */
export interface GuideProgram {
  readonly source: string;
  readonly prints: string;
}

const IMPORT = /^import .*;$/gm;

/** Puts the blocks of a guide together: later ones go on where the first one ended, each in its own scope. */
export function guideProgram(markdown: string): GuideProgram {
  const [first = '', ...rest] = codeBlocks(markdown, 'ts');
  const imports = rest.flatMap((code) => code.match(IMPORT) ?? []);
  const scopes = rest.map((code) => `{\n${code.replaceAll(IMPORT, '')}\n}`);
  return {
    source: [...imports, first, ...scopes].join('\n'),
    prints: codeBlocks(markdown, 'output')
      .map((text) => `${text}\n`)
      .join(''),
  };
}

import { transform } from 'sucrase';
import { joinBlocks } from './join-blocks.js';

/**
 * Compiles the TypeScript blocks of a page to the body of an async function with the parameters `require`, `exports`,
 * `console`, `process` and `startBlock`. It calls `startBlock` with the index of each block, and ends where that
 * returns false.
 *
 * @throws SyntaxError that names the line and column in the block.
 */
export function compileProgram(blocks: readonly string[]): string {
  // Alone first, for the position of an error.
  for (const block of blocks) compile(block);
  return compile(joinBlocks(blocks, (index) => `if (!startBlock(${index})) return;\n`));
}

function compile(source: string): string {
  return transform(source, {
    transforms: ['typescript', 'imports'],
    disableESTransforms: true,
    production: true,
  }).code;
}

import { transform } from 'sucrase';
import { joinBlocks } from './join-blocks.js';

/**
 * Compiles the TypeScript blocks of a page to the body of an async function with the parameters `require`, `exports`
 * and `startBlock`. It calls `startBlock` with the index of each block, and ends where that returns false. The first
 * block has its own scope too, so that it can declare any name.
 *
 * @throws SyntaxError that names the line and column in the block.
 */
export function compileProgram(blocks: readonly string[]): string {
  // Alone first, for the position of an error.
  for (const block of blocks) compile(block);
  const joined = joinBlocks(
    blocks,
    (index) => `${index === 0 ? '{\n' : ''}if (!startBlock(${index})) return;\n`,
  );
  return compile(blocks.length > 0 ? `${joined}\n}` : joined);
}

function compile(source: string): string {
  try {
    return transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      production: true,
    }).code;
  } catch (error) {
    // That of the compiler has the position as fields too.
    throw new SyntaxError((error as Error).message);
  }
}

import { escapeHtml } from '../rendering/html.js';
import type { CodeMarkup } from '../rendering/markdown.js';
import { compileProgram } from './compile-program.js';
import type { PageProgram, Setup } from './messages.js';
import { checkImports, findMissingNeed } from './modules.js';

/** The buttons of an example. The style sheet hides them where there are no scripts. */
const CONTROLS = `<div class="run-controls">
<button type="button" data-action="run">Run</button>
<button type="button" data-action="edit">Edit</button>
<button type="button" data-action="stop" hidden>Stop</button>
<button type="button" data-action="reset" hidden>Reset</button>
</div>`;

const CODE_ONLY: CodeMarkup = { attributes: '', controls: '' };

/**
 * Renders the buttons of a code block that can run in the page, or the reason why it cannot.
 *
 * @param program The name of its program, unique in the page. All blocks of a program run in their order.
 * @throws Error when the code imports a module that the page does not have.
 */
export function renderExample(program: string, code: string, language: string): CodeMarkup {
  const need = findMissingNeed(code);
  if (need) {
    return {
      attributes: '',
      controls: `<p class="run-note">Cannot run in a page: it needs ${escapeHtml(need)}.</p>`,
    };
  }
  if (language !== 'ts') return CODE_ONLY;
  checkImports(code);
  return { attributes: ` data-program="${program}"`, controls: CONTROLS };
}

/**
 * Renders the program of the code blocks of a page, which goes into the page once.
 *
 * @param blocks The TypeScript of all its blocks, those that cannot run in a page included.
 */
export function renderProgram(program: string, blocks: readonly string[], setup: Setup = {}): string {
  const code = compileProgram(blocks.filter((block) => !findMissingNeed(block)));
  const data: PageProgram = { code, setup };
  // No string of the program may end the script.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/json" data-program="${program}">${json}</script>\n`;
}

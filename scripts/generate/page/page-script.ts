import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../../', import.meta.url);

/** The module with the script of the sandbox's page. It is beside the page, in the package of the sandbox. */
export const PAGE_SCRIPT = new URL('sandbox/src/page/script.generated.ts', root);

/**
 * Bundles the script of the sandbox's page into a module that exports it as a string.
 *
 * A function whose `toString()` is served would need no file. But the sandbox is bundled by its users, and run by tsx:
 * to keep names, esbuild calls a helper in each function that the page does not have, under another name in
 * each bundle. Instrumented code counts in variables that the page does not have either. No tool changes a string.
 */
export async function renderPageScript(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ['sandbox/src/page/browser/main.ts'],
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    write: false,
  });
  const code = outputFiles[0]?.text.trim() ?? '';
  return `// biome-ignore-all format: generated
// biome-ignore-all lint: generated
// Made from browser/ by \`npm run generate\`.

/** The script of the page. */
export const SCRIPT = ${JSON.stringify(code)};
`;
}

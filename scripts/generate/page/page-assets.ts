import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../../', import.meta.url);

/** The module with the script and the style sheet of the sandbox's page. It is in the package of the sandbox. */
export const PAGE_ASSETS = new URL('sandbox/src/page/assets.generated.ts', root);

/**
 * Bundles the script and the style sheet of the sandbox's page into a module that exports them as strings.
 *
 * A function whose `toString()` is served would need no file. But the sandbox is bundled by its users, and run by tsx:
 * to keep names, esbuild calls a helper in each function that the page does not have, under another name in
 * each bundle. Instrumented code counts in variables that the page does not have either. No tool changes a string.
 */
export async function renderPageAssets(): Promise<string> {
  return `// biome-ignore-all format: generated
// biome-ignore-all lint: generated
// Made from browser/ by \`npm run generate\`.

/** The script of the page. */
export const SCRIPT = ${JSON.stringify(await bundle('main.ts'))};

/** The style sheet of the page. */
export const STYLE = ${JSON.stringify(await bundle('style.css'))};
`;
}

async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [`sandbox/src/page/browser/${name}`],
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    write: false,
  });
  return outputFiles[0]?.text.trim() ?? '';
}

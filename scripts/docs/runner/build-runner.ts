import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { SEPARATE_SCRIPTS } from './modules.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Leaves out the page that a sandbox shows to a browser: here, nothing can open it. */
const withoutSandboxPage: Plugin = {
  name: 'without-sandbox-page',
  setup: ({ onLoad }) =>
    onLoad({ filter: /sandbox\/src\/page\/page\.ts$/ }, () => ({
      contents: `export const PAGE_HEADERS = {};\nexport const renderSandboxPage = () => '';`,
    })),
};

/** Bundles the scripts that run the examples of a page, by path. A page loads them when they are needed. */
export async function buildRunner(): Promise<Map<string, string>> {
  const bundleWorkerScript = async (name: string) => {
    const code = await bundle(`worker/${name}.ts`);
    return `(window.runnerScripts ??= {})[${JSON.stringify(name)}] = function () {\n${code}};\n`;
  };
  const separate = ['compiler', ...SEPARATE_SCRIPTS.values()].map(
    async (name) => [`assets/runner-${name}.js`, await bundleWorkerScript(name)] as const,
  );
  const [main, page] = await Promise.all([bundleWorkerScript('main'), bundle('page/main.ts')]);
  return new Map([['assets/runner.js', main + page], ...(await Promise.all(separate))]);
}

/** Bundles a module for classic scripts, which a page from disk can load, unlike modules. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`scripts/docs/runner/${entry}`],
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    plugins: [withoutSandboxPage],
  });
  return outputFiles[0]?.text ?? '';
}

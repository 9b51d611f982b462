import type { Plugin } from 'esbuild';
import { bundleScript } from '../rendering/bundle-script.js';
import { SEPARATE_SCRIPTS } from './modules.js';

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

function bundle(entry: string): Promise<string> {
  return bundleScript(new URL(entry, import.meta.url), [withoutSandboxPage]);
}

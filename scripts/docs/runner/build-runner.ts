import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SEPARATE_SCRIPTS } from './modules.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

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
  });
  return outputFiles[0]?.text ?? '';
}

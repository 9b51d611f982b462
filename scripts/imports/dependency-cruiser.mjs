// The linter's rules of imports, made from folders.json: `npm run lint:imports`.
import { readFileSync } from 'node:fs';

/** @type {Record<string, { holds: string; imports: string[] }>} */
const folders = JSON.parse(readFileSync(new URL('folders.json', import.meta.url), 'utf8'));

/** What users import. */
const PACKAGES =
  '^(src/(index|journal|observe|openapi-fetch|raw-request|undici)|sandbox/src/index|generated/operations)\\.ts$';
const TESTS = '(\\.test(-d)?\\.tsx?$|/testing/)';
const PROJECT = '^(generated|src|sandbox|contract|contract-tests|examples|scripts|runtimes|bench)/';

/** A regular expression for `src/lib`, `src/errors.ts`, `src/*` (all folders below) or `packages`. */
function toPattern(place) {
  if (place === 'packages') return PACKAGES;
  if (place.endsWith('/*')) return `^${place.slice(0, -1)}`;
  if (place.endsWith('/*.ts')) return `^${place.slice(0, -4)}[^/]+\\.ts$`;
  return /\.\w+$/.test(place) ? `^${place.replaceAll('.', '\\.')}$` : filesOf(place);
}

/** The modules directly in a folder, and in those of its folders that the table does not list. */
function filesOf(folder) {
  const listed = Object.keys(folders).filter((one) => one.startsWith(`${folder}/`));
  const others = listed.map((one) => `${one.slice(folder.length + 1)}/`).join('|');
  return listed.length > 0 ? `^${folder}/(?!${others})` : `^${folder}/`;
}

function folderRule([folder, { imports }]) {
  return {
    name: folder,
    comment: `${folder} may import ${imports.join(', ') || 'nothing else of the project'}.`,
    severity: 'error',
    from: { path: filesOf(folder), pathNot: TESTS },
    to: { path: PROJECT, pathNot: [filesOf(folder), ...imports.map(toPattern)] },
  };
}

/** Tests look further: at everything of their area, and at what users import. */
function testRule(area, others) {
  return {
    name: `tests of ${area}`,
    comment: `Tests of ${area} may import ${[area, ...others].join(', ')}, generated and the packages.`,
    severity: 'error',
    from: { path: [`^${area}/.*${TESTS}`, `^${area}/testing/`] },
    to: { path: PROJECT, pathNot: [`^(${[area, 'generated', ...others].join('|')})/`, PACKAGES] },
  };
}

export default {
  forbidden: [
    ...Object.entries(folders).map(folderRule),
    testRule('src', ['scripts/lib']),
    testRule('sandbox', ['scripts', 'src']),
    testRule('contract', ['scripts']),
    testRule('contract-tests', ['contract', 'scripts']),
    testRule('examples', ['scripts', 'src']),
    testRule('scripts', ['contract']),
    testRule('runtimes', ['scripts']),
    testRule('bench', ['scripts']),
    {
      name: 'unlisted folder',
      comment: 'Every folder is in scripts/imports/folders.json.',
      severity: 'error',
      from: { path: PROJECT, pathNot: [TESTS, ...Object.keys(folders).map(filesOf)] },
      to: {},
    },
    {
      name: 'dependencies of the client',
      comment: 'The client imports openapi-fetch alone, the optional peer undici, and nothing of Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/transport/undici/'] },
      to: { pathNot: [PROJECT, '^node_modules/(openapi-fetch|undici)/'] },
    },
    {
      name: 'dependencies of the undici transport',
      comment: 'It runs where undici runs, so it may decompress with what Node has.',
      severity: 'error',
      from: { path: '^src/transport/undici/', pathNot: TESTS },
      to: { pathNot: [PROJECT, '^node_modules/undici/', '^(node:)?(events|stream|zlib)$'] },
    },
    {
      name: 'no test in production',
      comment: 'Production modules do not import tests or their helpers.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no cycle',
      comment: 'Modules do not import each other in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Some folders have packages of their own.
    exclude: { path: '(^|/)(dist|\\.work|site|tools)/|^(bench|runtimes)/node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MODULE_SETTINGS } from './compile.js';
import { CONSUMER_PROJECTS } from './consumer-project.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const guide = read('../../docs/guides/your-project.md');
const files = readdirSync(new URL('consumers/projects/', import.meta.url), { recursive: true })
  .map((path) => `consumers/projects/${path}`)
  .filter((path) => /\.\w+$/.test(path));

/** Lists the code blocks of a language. */
function listBlocks(...languages: readonly string[]): string[] {
  const blocks = guide.matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, language = '', code = '']) => (languages.includes(language) ? [code] : []));
}

const contains = (whole: string, part: string) => whole.includes(part);

/** Tells whether all of a JSON value is in another one. */
function includesJson(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return whole === part;
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(([key, value]) =>
    includesJson((whole as Record<string, unknown>)[key], value),
  );
}

describe('the guide to projects', () => {
  const sources = files.filter((path) => !path.endsWith('.json')).map(read);
  const documents = files.filter((path) => path.endsWith('.json')).map((path) => JSON.parse(read(path)));

  it.each(listBlocks('js', 'tsx'))('shows code that a tested project has: %#', (code) => {
    expect(sources.filter((source) => contains(source, code))).not.toEqual([]);
  });

  it.each(listBlocks('json'))('shows settings that a tested project has: %#', (code) => {
    expect(documents.filter((document) => includesJson(document, JSON.parse(code)))).not.toEqual([]);
  });

  it.each(listBlocks('sh').flatMap((code) => code.trim().split('\n')))(
    'shows a command that a tested project runs: %s',
    (line) => {
      const scripts = documents.flatMap(({ scripts }) => Object.values<string>(scripts ?? {}));

      expect(scripts).toContain(line.replace(/^npx /, ''));
    },
  );

  it('shows code that compiles with every strict check, of which no project leaves one out', () => {
    const options = documents.flatMap(({ compilerOptions }) => compilerOptions ?? []);

    expect(options.length).toBeGreaterThan(5);
    for (const each of options) {
      expect(each).toMatchObject({ strict: true });
      expect(Object.keys(each).filter((name) => /^strict|^noImplicit/.test(name) && !each[name])).toEqual([]);
    }
  });

  it('has a section for every tested project, and no other', () => {
    const sections = [...guide.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    const tested = [
      ...CONSUMER_PROJECTS.map(({ section }) => section),
      'Next.js',
      'Bun, Deno, Workers and browsers',
    ];

    expect(new Set(sections)).toEqual(new Set(tested));
  });

  it('lists the tested settings of TypeScript', () => {
    const rows = Object.values(MODULE_SETTINGS).map(({ options, type, compilers }) => {
      const shown = JSON.stringify(options).slice(1, -1).replaceAll('":"', '": "').replaceAll('","', '", "');
      return `| \`${shown}\` | \`${type}\` | ${compilers.join(', ')} |`;
    });

    expect(guide).toContain(`| --- | --- | --- |\n${rows.join('\n')}\n\n`);
  });
});

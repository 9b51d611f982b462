import { createHighlighterCore, type ThemeRegistration } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';

/** Renders source code as a `pre` element; without colors when the language is unknown. */
export type Highlight = (code: string, language: string) => string;

/** The TextMate scopes of each color, by the name of its custom property in `docs/styles/theme.css`. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string'],
  number: ['constant.numeric', 'constant.language', 'support.type.builtin', 'support.type.primitive'],
  keyword: ['keyword.control', 'keyword.operator.new', 'keyword.operator.expression', 'storage'],
  function: ['entity.name.function', 'support.function', 'entity.name.command'],
  type: ['entity.name.type', 'entity.other.inherited-class', 'support.class', 'constant.other.option'],
  variable: [
    'variable.other.normal.shell',
    'variable.other.assignment.shell',
    'punctuation.definition.variable',
  ],
};

/** A theme can only contain colors, so each name gets a color as its placeholder. */
const placeholders = Object.keys(SCOPES).map((name, index) => ({ name, color: `#00000${index}` }));

const theme: ThemeRegistration = {
  name: 'site',
  type: 'light',
  fg: '#00000f',
  settings: placeholders.map(({ name, color }) => ({
    scope: [...(SCOPES[name] ?? [])],
    settings: { foreground: color },
  })),
  colorReplacements: {
    '#00000f': 'var(--code-text)',
    ...Object.fromEntries(placeholders.map(({ name, color }) => [color, `var(--code-${name})`])),
  },
};

const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript',
  js: 'typescript',
  tsx: 'tsx',
  sh: 'shellscript',
  json: 'json',
  python: 'python',
};

/** Removes the inline style, because the style sheet styles all code. */
function removeStyle({ properties }: { properties: Record<string, unknown> }): void {
  delete properties['style'];
}

/** Creates a highlighter whose colors are the custom properties `--code-…`, which suit light and dark. */
export async function createHighlight(): Promise<Highlight> {
  const highlighter = await createHighlighterCore({
    themes: [theme],
    langs: [
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/tsx.mjs'),
      import('shiki/langs/shellscript.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/python.mjs'),
    ],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  });
  return (code, language) =>
    highlighter.codeToHtml(code.trimEnd(), {
      lang: LANGUAGES[language] ?? 'text',
      theme: 'site',
      transformers: [{ pre: removeStyle }],
      // With a time limit, a busy machine would leave some code without colors, each time elsewhere.
      tokenizeTimeLimit: 0,
    });
}

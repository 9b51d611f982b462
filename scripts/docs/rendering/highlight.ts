import { createHighlighterCore, type ThemeRegistration } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** Source code of a language as a `pre` element; plain text where the language is not known. */
export type Highlight = (code: string, language: string) => string;

/** What is coloured, by the name of its colour in `site.css`. */
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

/** Themes hold colours, not names: each name gets a colour that stands for it. */
const placeholders = Object.keys(SCOPES).map((name, index) => ({ name, colour: `#00000${index}` }));

const theme: ThemeRegistration = {
  name: 'site',
  type: 'light',
  fg: '#00000f',
  settings: placeholders.map(({ name, colour }) => ({
    scope: [...(SCOPES[name] ?? [])],
    settings: { foreground: colour },
  })),
  colorReplacements: {
    '#00000f': 'var(--code-text)',
    ...Object.fromEntries(placeholders.map(({ name, colour }) => [colour, `var(--code-${name})`])),
  },
};

const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript',
  sh: 'shellscript',
  json: 'json',
  python: 'python',
};

/** The style sheet says what all code looks like. */
function withoutStyle({ properties }: { properties: Record<string, unknown> }): void {
  delete properties['style'];
}

/** Makes a highlighter whose colours are the custom properties `--code-…`, for light and dark alike. */
export async function createHighlight(): Promise<Highlight> {
  const highlighter = await createHighlighterCore({
    themes: [theme],
    langs: [
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/shellscript.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/python.mjs'),
    ],
    engine: createJavaScriptRegexEngine(),
  });
  return (code, language) =>
    highlighter.codeToHtml(code.trimEnd(), {
      lang: LANGUAGES[language] ?? 'text',
      theme: 'site',
      transformers: [{ pre: withoutStyle }],
      // On a busy machine a limit would leave code without colours, once so and once so.
      tokenizeTimeLimit: 0,
    });
}

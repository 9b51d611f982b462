import ts from 'typescript';
import type { Highlight } from '../rendering/highlight.js';
import { escapeHtml } from '../rendering/html.js';
import { anchor, renderDoc } from '../rendering/markdown.js';
import { type Doc, docOf } from './docstring.js';
import type { Exported } from './exports.js';
import { type Member, membersOf } from './members.js';
import type { Declaration } from './source.js';

/** What rendering needs besides the export itself. */
export interface Renderer {
  readonly highlight: Highlight;
  /** The page that each export is on, by its name. */
  readonly pages: ReadonlyMap<string, string>;
  /** The source of a model that is only named where it is exported. */
  readonly models: ReadonlyMap<string, string>;
  readonly methodSignature: (signature: string) => string;
}

/** An export with its documentation, its declaration and its members, as HTML. */
export function renderExported(exported: Exported, path: string, renderer: Renderer): string {
  const { name, declarations } = exported;
  const docs = declarations.map(docOf);
  // Of an overloaded function, the last declaration is its implementation, which nobody sees.
  const seen = declarations.length > 1 ? declarations.slice(0, -1) : declarations;
  const code = seen.map((declaration) => codeOf(name, declaration, renderer)).join('\n');
  return `<section><h3 id="${name}"><code>${name}</code>${anchor(name)}</h3>
${docs.map(renderDocumentation).join('\n')}
<figure class="code">${linked(renderer.highlight(code, 'ts'), name, path, renderer)}</figure>
${membersOf(exported)
  .map((member) => renderMember(member, path, renderer))
  .join('\n')}</section>`;
}

function renderMember({ name, optional, signature, doc }: Member, path: string, renderer: Renderer): string {
  const type = linked(escapeHtml(renderer.methodSignature(signature)), name, path, renderer);
  return `<div class="member"><h4>${name}${optional ? '?' : ''} <span class="signature">${type}</span></h4>
${renderDocumentation(doc)}</div>`;
}

function renderDocumentation({ summary, parameters, returns, throws, default: byDefault }: Doc): string {
  // Every method takes the same options, which have a place of their own.
  const own = parameters.filter(({ name }) => name !== 'options' || parameters.length === 1);
  return [
    renderDoc(summary),
    ...own.map(({ name, text }) => renderDoc(`\`${name}\` ${text}`)),
    returns && renderDoc(`**Gives** ${returns}`),
    throws && renderDoc(`**Throws** ${throws}`),
    byDefault && renderDoc(`**Default** \`${byDefault.replaceAll(/[`']/g, '')}\``),
  ].join('');
}

/** A declaration without its members, its body and its documentation. */
function codeOf(name: string, declaration: Declaration, { models }: Renderer): string {
  const text = declaration.getText().replace(/^export /, '');
  if (ts.isClassDeclaration(declaration)) return text.slice(0, text.indexOf('{')).trimEnd();
  if (ts.isInterfaceDeclaration(declaration)) {
    // What it extends is among its members.
    return `interface ${name}${typeParameters(declaration)}`;
  }
  if (ts.isFunctionDeclaration(declaration) && declaration.body) {
    const end = declaration.body.getStart() - declaration.getStart() - 'export '.length;
    return text.slice(0, end).replace('async ', '').trimEnd();
  }
  const model = models.get(name);
  return model ? `type ${name} = ${model}` : text;
}

function typeParameters({ typeParameters: parameters }: ts.InterfaceDeclaration): string {
  return parameters ? `<${parameters.map((one) => one.getText()).join(', ')}>` : '';
}

/** Names of exports in code become links to them; what is inside of tags stays as it is. */
function linked(html: string, own: string, path: string, { pages }: Renderer): string {
  return html.replaceAll(/(<[^>]*>)|\b[A-Z]\w+\b/g, (word, tag?: string) => {
    const page = tag || word === own ? undefined : pages.get(word);
    if (page === undefined) return word;
    const file = page === path ? '' : page.split('/').at(-1);
    return `<a href="${file}#${word}">${word}</a>`;
  });
}

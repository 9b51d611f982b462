import ts from 'typescript';
import type { Highlight } from '../rendering/highlight.js';
import { escapeHtml } from '../rendering/html.js';
import { anchor, renderDoc } from '../rendering/markdown.js';
import { type Docstring, readDocstring } from './docstring.js';
import type { Exported } from './exports.js';
import { listMembers, type Member } from './members.js';
import type { Declaration } from './source.js';

/** The context of an export: highlighter, links and sources. */
export interface RenderContext {
  readonly highlight: Highlight;
  /** The path of the page of each export, by name. */
  readonly paths: ReadonlyMap<string, string>;
  /** The source of each model, which the entry module exports only by name. */
  readonly models: ReadonlyMap<string, string>;
  readonly methodSignature: (signature: string) => string;
}

/** Renders an export with its documentation, its declaration and its members. */
export function renderExport(exported: Exported, path: string, context: RenderContext): string {
  const { name, declarations } = exported;
  const docs = declarations.map(readDocstring);
  // The last declaration of an overloaded function is its implementation, which callers do not see.
  const visible = declarations.length > 1 ? declarations.slice(0, -1) : declarations;
  const code = visible.map((declaration) => renderDeclaration(name, declaration, context)).join('\n');
  const members = listMembers(exported);
  // An overloaded member has several entries, of which only the first has an anchor.
  const ids = members.map((member, index) =>
    members.findIndex((one) => one.name === member.name) === index ? `${name}.${member.name}` : undefined,
  );
  return `<section><h3 id="${name}"><code>${name}</code>${anchor(name)}</h3>
${docs.map((doc) => renderDocumentation(doc, context)).join('\n')}
<figure class="code">${linkExports(context.highlight(code, 'ts'), name, path, context)}</figure>
${members.map((member, index) => renderMember(member, ids[index], path, context)).join('\n')}</section>`;
}

function renderMember(
  { name, optional, signature, doc }: Member,
  id: string | undefined,
  path: string,
  context: RenderContext,
): string {
  const type = linkExports(escapeHtml(context.methodSignature(signature)), name, path, context);
  const heading = `${name}${optional ? '?' : ''} <span class="signature">${type}</span>`;
  return `<div class="member">${id ? `<h4 id="${id}">${heading}${anchor(id)}</h4>` : `<h4>${heading}</h4>`}
${renderDocumentation(doc, context)}</div>`;
}

function renderDocumentation(
  { summary, parameters, returns, throws, default: byDefault, example }: Docstring,
  { highlight }: RenderContext,
): string {
  // The options are the same for every method and are documented once.
  const own = parameters.filter(({ name }) => name !== 'options' || parameters.length === 1);
  return [
    renderDoc(summary),
    ...own.map(({ name, text }) => renderDoc(`\`${name}\` ${text}`)),
    returns && renderDoc(`**Returns** ${returns}`),
    throws && renderDoc(`**Throws** ${throws}`),
    byDefault && renderDoc(`**Default** \`${byDefault.replaceAll(/[`']/g, '')}\``),
    example && `<figure class="code">${highlight(example, 'ts')}</figure>`,
  ].join('');
}

/** Renders a declaration without its members, its body and its documentation. */
function renderDeclaration(name: string, declaration: Declaration, { models }: RenderContext): string {
  const text = declaration.getText().replace(/^export /, '');
  if (ts.isClassDeclaration(declaration)) return text.slice(0, text.indexOf('{')).trimEnd();
  if (ts.isInterfaceDeclaration(declaration)) {
    // Inherited members are listed with its own.
    return `interface ${name}${renderTypeParameters(declaration)}`;
  }
  if (ts.isFunctionDeclaration(declaration) && declaration.body) {
    const end = declaration.body.getStart() - declaration.getStart() - 'export '.length;
    return text.slice(0, end).replace('async ', '').trimEnd();
  }
  if (ts.isVariableStatement(declaration)) return shortenTables(declaration).replace(/^export /, '');
  const model = models.get(name);
  return model ? `type ${name} = ${model}` : text;
}

/** Leaves out the objects of a table, whose keys say enough. */
function shortenTables(node: ts.Node): string {
  if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer))
    return `${node.name.getText()}: { … }`;
  const start = node.getStart();
  let text = '';
  let end = start;
  const source = node.getSourceFile().text;
  ts.forEachChild(node, (child) => {
    text += source.slice(end, child.getStart()) + shortenTables(child);
    end = child.getEnd();
  });
  return text + source.slice(end, node.getEnd());
}

function renderTypeParameters({ typeParameters: parameters }: ts.InterfaceDeclaration): string {
  return parameters ? `<${parameters.map((one) => one.getText()).join(', ')}>` : '';
}

/** Links the names of exports in code to their documentation; tags stay unchanged. */
function linkExports(html: string, own: string, path: string, { paths }: RenderContext): string {
  return html.replaceAll(/(<[^>]*>)|\b[A-Z]\w+\b/g, (word, tag?: string) => {
    const page = tag || word === own ? undefined : paths.get(word);
    if (page === undefined) return word;
    const file = page === path ? '' : `../${page}`;
    return `<a href="${file}#${word}">${word}</a>`;
  });
}

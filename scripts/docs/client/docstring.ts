import ts from 'typescript';

/** The parts of a docstring; a part that is missing is empty. */
export interface Docstring {
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly text: string }[];
  readonly returns: string;
  readonly throws: string;
  readonly default: string;
  /** A program, or the part of one. */
  readonly example: string;
}

/** Reads the docstring of a declaration or member. */
export function readDocstring(node: ts.Node): Docstring {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  const tags = [...(comment?.tags ?? [])];
  const text = (...names: string[]) =>
    tags
      .filter((tag) => names.includes(tag.tagName.text))
      .map((tag) => renderComment(tag.comment))
      .join(' ');
  return {
    summary: renderComment(comment?.comment),
    parameters: tags.filter(ts.isJSDocParameterTag).map((tag) => ({
      name: tag.name.getText(),
      text: renderComment(tag.comment).replace(/^- /, ''),
    })),
    returns: text('return', 'returns'),
    throws: text('throws').replace(/^\{?(\w+)\}? /, '`$1` '),
    default: text('default', 'defaultValue'),
    example: text('example'),
  };
}

/** Renders links to other docstrings as code. */
function renderComment(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replaceAll(/\{@link (\S+)[^}]*\}/g, '`$1`');
}

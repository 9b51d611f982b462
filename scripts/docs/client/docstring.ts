import ts from 'typescript';

/** What a docstring says. */
export interface Doc {
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly text: string }[];
  readonly returns: string;
  readonly throws: string;
  readonly default: string;
}

/** Reads the docstring of a declaration or member; its texts are empty where there is none. */
export function docOf(node: ts.Node): Doc {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  const tags = [...(comment?.tags ?? [])];
  const text = (...names: string[]) =>
    tags
      .filter((tag) => names.includes(tag.tagName.text))
      .map((tag) => plain(tag.comment))
      .join(' ');
  return {
    summary: plain(comment?.comment),
    parameters: tags.filter(ts.isJSDocParameterTag).map((tag) => ({
      name: tag.name.getText(),
      text: plain(tag.comment).replace(/^- /, ''),
    })),
    returns: text('return', 'returns'),
    throws: text('throws').replace(/^\{?(\w+)\}? /, '`$1` '),
    default: text('default', 'defaultValue'),
  };
}

/** Links between docstrings become code. */
function plain(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replaceAll(/\{@link (\S+)[^}]*\}/g, '`$1`');
}

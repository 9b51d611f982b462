import { Document, isMap, parse, visit } from 'yaml';
import { type Facts, isObject } from './model.js';

const HEADER = ` What the published documentation page states: operation, element, keywords.
 Extracted by \`npm run facts -- FILE_OR_URL --write\`; never edit it by hand.`;

/** Writes facts as YAML: one element a line, in the order of the page. */
export function formatFacts(facts: Facts): string {
  const document = new Document(facts, { aliasDuplicateObjects: false });
  document.commentBefore = HEADER;
  visit(document, {
    Map(_key, node, path) {
      // The maps above the one of an element: all facts, operations, one operation; a pair leads to each.
      const depth = path.filter(isMap).length;
      if (depth === 3) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/**
 * Reads facts written by formatFacts.
 *
 * @throws Error when the text is no such file.
 */
export function parseFacts(text: string): Facts {
  const facts: unknown = parse(text);
  if (!isFacts(facts))
    throw new Error('it holds no facts; write it anew with npm run facts -- FILE_OR_URL --write');
  return facts;
}

function isFacts(value: unknown): value is Facts {
  return isObject(value) && isObject(value['source']) && isObject(value['operations']);
}

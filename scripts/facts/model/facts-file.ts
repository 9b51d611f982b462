import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Document, isMap, parse, visit } from 'yaml';
import { writeFiles } from '../../lib/files.js';
import { type Facts, isObject } from './facts.js';
import { readParsedFile } from './read-file.js';

const FACTS_FILE = fileURLToPath(new URL('../../../openapi/facts.yaml', import.meta.url));

const HEADER = ` What the published documentation page states: operation, element, keywords; hashes of its texts, and what
 they claim.
 Extracted by \`npm run facts -- FILE_OR_URL --write\`; never edit it by hand.`;

/** Reads the committed facts; an error names the file and the reason. */
export function readFacts(): Promise<Facts> {
  return readParsedFile(FACTS_FILE, parseFacts);
}

/** Reads the committed facts; undefined if they have never been written. */
export async function readKnownFacts(): Promise<Facts | undefined> {
  const exists = await access(FACTS_FILE).then(
    () => true,
    () => false,
  );
  return exists ? readFacts() : undefined;
}

/** Writes the facts file in one step, so that an error cannot leave half of it. */
export function writeFacts(facts: Facts): void {
  writeFiles(new Map([[FACTS_FILE, formatFacts(facts)]]));
}

/** Formats facts as YAML, with one element per line in the order of the page. */
export function formatFacts({ source, operations, texts, terms }: Facts): string {
  const document = new Document({ source, operations, texts, terms }, { aliasDuplicateObjects: false });
  document.commentBefore = HEADER;
  visit(document, {
    Map(_key, node, path) {
      // Three maps are above the map of an element: all facts, operations and one operation.
      const depth = path.filter(isMap).length;
      if (depth === 3) node.flow = true;
    },
    Seq(_key, node) {
      node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/**
 * Parses facts written by `formatFacts`.
 *
 * @throws Error if the text is no facts file.
 */
export function parseFacts(text: string): Facts {
  const facts: unknown = parse(text);
  if (!isFacts(facts))
    throw new Error(
      'it contains no facts with texts and terms; delete it, and write it again with npm run facts -- FILE_OR_URL --write',
    );
  return facts;
}

function isFacts(value: unknown): value is Facts {
  return isObject(value) && ['source', 'operations', 'texts', 'terms'].every((key) => isObject(value[key]));
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withTemporaryFolder } from '../lib/interruption.js';
import { redocly } from '../lib/redocly.js';

export type Impact = 'major' | 'minor' | 'patch';

/** A difference between two descriptions, as `redocly diff` reports it; the names are those of its JSON. */
export interface DescriptionChange {
  /** The JSON pointer from the root of the document, through all references. */
  readonly path: string;
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Impact;
  readonly verdicts: readonly { readonly message: string }[];
  readonly property?: string;
  readonly base?: ChangeSide;
  readonly revision?: ChangeSide;
}

interface ChangeSide {
  /** The JSON pointer within its component. */
  readonly pointer: string;
  readonly value?: unknown;
}

/**
 * Compares two bundled descriptions with Redocly.
 *
 * @throws Error with the output of Redocly when it cannot compare them.
 */
export async function compareDescriptions(base: object, revision: object): Promise<DescriptionChange[]> {
  return withTemporaryFolder('lddpay-diff-', async (directory) => {
    const at = (name: string) => join(directory, name);
    await writeFile(at('base.json'), JSON.stringify(base));
    await writeFile(at('revision.json'), JSON.stringify(revision));
    const files = [at('base.json'), at('revision.json')];
    const { output } = await redocly([
      'diff',
      ...files,
      '--format=json',
      '--fail-on=none',
      '--output',
      at('report.json'),
    ]);
    return await readFile(at('report.json'), 'utf8').then(
      (text) => escapePointers(JSON.parse(text).changes),
      () => {
        throw new Error(`Could not compare the descriptions.\n${output}`);
      },
    );
  });
}

/** Redocly writes a percent sign in pointers as it is, although it has a meaning in URI fragments. */
function escapePointers(changes: readonly DescriptionChange[]): DescriptionChange[] {
  const escapePercent = (pointer: string) => pointer.replaceAll('%', '%25');
  const escapeSide = (side: ChangeSide) => ({ ...side, pointer: escapePercent(side.pointer) });
  return changes.map(({ base, revision, ...change }) => ({
    ...change,
    path: escapePercent(change.path),
    ...(base && { base: escapeSide(base) }),
    ...(revision && { revision: escapeSide(revision) }),
  }));
}

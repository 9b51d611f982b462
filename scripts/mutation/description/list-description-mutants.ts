import type { Change } from './change-node.js';
import type { DescriptionMutant } from './description-mutant.js';
import { OPERATION_MUTATORS } from './operation-mutators.js';
import { SCHEMA_MUTATORS } from './schema-mutators.js';
import { type Node, type NodeKind, walkDescription } from './walk-description.js';

/** Lists the mutants of a bundled description. */
export function listDescriptionMutants(document: Node): DescriptionMutant[] {
  return [...walkDescription(document)].flatMap(({ kind, pointer, node }) =>
    listChanges(kind, node, document).map(([mutator, { label, node: changed }]) => ({
      name: `${mutator} #${pointer} ${label}`,
      mutator,
      pointer,
      node: changed,
    })),
  );
}

function listChanges(kind: NodeKind, node: Node, document: Node): [mutator: string, change: Change][] {
  const general = Object.entries(OPERATION_MUTATORS).flatMap(([mutator, kinds]) =>
    (kinds[kind]?.(node, document) ?? []).map((change): [string, Change] => [mutator, change]),
  );
  if (kind !== 'schema') return general;
  const schema = Object.entries(SCHEMA_MUTATORS).flatMap(([mutator, mutate]) =>
    mutate(node).map((change): [string, Change] => [mutator, change]),
  );
  return [...schema, ...general];
}

import type { Document } from '../lib/description.js';
import { parsePointer } from '../lib/json-pointer.js';
import { compareDescriptions, type DescriptionChange } from './compare-descriptions.js';
import { comparePlaces } from './compare-places.js';
import { compareTypes } from './compare-types.js';
import { type RatedChange, rateChange } from './impact.js';
import { leadToWholeValue } from './keywords.js';

/** Lists the changes between two descriptions and what each of them means for callers of the client. */
export async function listChanges(base: Document, revision: Document): Promise<RatedChange[]> {
  const { changes } = await compareDescriptions(base, revision);
  const types = await compareTypes(base, revision);
  const all = [...changes.filter(isComparedByRedocly), ...comparePlaces(base, revision), ...types];
  return all.map((change) => rateChange(change, revision));
}

/** Leaves out the version, and what `comparePlaces` compares. */
function isComparedByRedocly({ path, typeName, property }: DescriptionChange): boolean {
  if (path === '#/info' && property === 'version') return false;
  if (/^(?:Example|ExamplesMap|SecurityRequirement|SecurityRequirementList)$/.test(typeName)) return false;
  const keys = parsePointer(path);
  return !leadToWholeValue(property === undefined ? keys : [...keys, property]);
}

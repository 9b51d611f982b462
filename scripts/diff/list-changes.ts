import type { Document } from '../lib/description.js';
import { parsePointer } from '../lib/json-pointer.js';
import { findChangedPart, readUses } from './changed-part.js';
import { compareDescriptions, type DescriptionChange } from './compare-descriptions.js';
import { comparePlaces } from './compare-places.js';
import { compareTypes } from './compare-types.js';
import { type RatedChange, rateChange } from './impact.js';
import { leadToWholeValue } from './keywords.js';
import { normalize } from './normalize.js';

/** Lists the changes between two descriptions and what each of them means for callers of the client. */
export async function listChanges(base: Document, revision: Document): Promise<RatedChange[]> {
  const [before, after] = [normalize(base), normalize(revision)];
  const changes = await compareDescriptions(before, after);
  const types = await compareTypes(base, revision);
  const all = [...changes.filter(isComparedByRedocly), ...comparePlaces(base, revision), ...types];
  const [from, to] = [readUses(before), readUses(after)];
  return all.map((change) => rateChange(change, findChangedPart(change, from, to)));
}

/** Leaves out the version, and what `comparePlaces` compares. */
function isComparedByRedocly({ path, typeName, property }: DescriptionChange): boolean {
  if (path === '#/info' && property === 'version') return false;
  if (/^(?:Example|ExamplesMap|SecurityRequirement|SecurityRequirementList)$/.test(typeName)) return false;
  const keys = parsePointer(path);
  return !leadToWholeValue(property === undefined ? keys : [...keys, property]);
}

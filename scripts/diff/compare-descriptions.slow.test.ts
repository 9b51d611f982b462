import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compareDescriptions } from './compare-descriptions.js';
import { normalize } from './normalize.js';

const bundled = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8');

it('finds no difference between equal descriptions, however they write an enum with null', async () => {
  const [base, revision] = [JSON.parse(bundled), JSON.parse(bundled)];
  const members = ['a', 'b'];
  base.components.schemas.Payment.properties.eci = { type: ['string', 'null'], enum: [...members, null] };
  revision.components.schemas.Payment.properties.eci = {
    anyOf: [{ type: 'string', enum: members }, { type: 'null' }],
  };
  expect(await compareDescriptions(normalize(base), normalize(revision))).toEqual([]);
});

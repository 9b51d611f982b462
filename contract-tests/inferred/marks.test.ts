import { expect, it } from 'vitest';
import { document, operations } from '../../contract/src/conformance/description.js';
import { MARKS } from './testing/marks.js';

type Marked = Readonly<Record<string, unknown>>;

/** Lists the keywords that the mark of an element names; `all` where it covers all of it. */
function inferredKeywords(element: Marked): string[] {
  const mark = element['x-inferred'];
  if (mark === undefined) return [];
  return typeof mark === 'string' ? ['all'] : Object.keys(Object(mark));
}

/** Describes the marks of an element and of its fields. */
function listMarks(element: Marked): string[] {
  const fields = Object.entries<Marked>(Object(element['properties']));
  return [['', element] as const, ...fields].flatMap(([name, one]) => {
    const keywords = inferredKeywords(one).sort().join(' ');
    return keywords ? [name ? `${name}: ${keywords}` : keywords] : [];
  });
}

it('marks say what is inferred, and what of it has a source of its own', () => {
  const { schemas, parameters } = document.components as unknown as Record<string, Record<string, Marked>>;
  const elements = [
    ...Object.entries(schemas ?? {}),
    ...Object.entries(parameters ?? {}).map(([name, one]) => [`parameters/${name}`, one] as const),
    ...operations.map((one) => [one.operationId, one as unknown as Marked] as const),
  ];
  const found = elements.map(([name, one]) => [name, listMarks(one)] as const);
  expect(Object.fromEntries(found.filter(([, marks]) => marks.length > 0))).toEqual(MARKS);
});

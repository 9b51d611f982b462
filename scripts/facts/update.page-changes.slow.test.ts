import { describe, expect, it } from 'vitest';
import { alignPage, alignVariants } from './compare/align-variants.js';
import { type Change, findChanges } from './compare/find-changes.js';
import { findTextChanges } from './compare/find-text-changes.js';
import { readDescriptionFiles } from './locations/description-files.js';
import { locateChanges } from './locations/locate-changes.js';
import { type Fact, isBelow, type OperationFacts } from './model/facts.js';
import { formatFacts, readFacts } from './model/facts-file.js';
import { checkPlausibility } from './page/check-plausibility.js';
import { PageError } from './page/page-events.js';
import { readPage } from './page/read-page.js';
import { FACT_CHANGES } from './testing/fact-changes.js';
import { MARKUP_CHANGES } from './testing/markup-changes.js';
import { readBundle } from './testing/read-bundle.js';
import { createPage, renderPage } from './testing/render-page.js';
import { TEXT_CHANGES } from './testing/text-changes.js';

const stated = await readFacts();
const facts = readPage(renderPage(stated));
const bundle = await readBundle();
const files = await readDescriptionFiles();
const html = renderPage(stated).content.rendered;

const EXHAUSTIVE = 120_000;

/** Finds the changes of a page with this HTML. */
function findPageChanges(text: string): Change[] {
  const page = alignPage(facts.operations, readPage(createPage(text, facts.source)));
  checkPlausibility(facts.operations, page.operations);
  const changes = findChanges(facts.operations, page.operations);
  return [...changes, ...findTextChanges(facts, page, changes)];
}

it('reads exactly what a page states, in the order of the page', () => {
  const { texts, terms } = facts;
  expect(formatFacts(facts)).toBe(formatFacts({ ...stated, texts, terms }));
});

describe('a single change of the page', () => {
  it.each(FACT_CHANGES)('is the only change reported: $name', ({ edit, operation, change, needs }) => {
    const changes = findPageChanges(edit(html));
    expect(changes).toEqual([{ operation, ...change }]);
    const page = readPage(createPage(edit(html), facts.source));
    const located = locateChanges(changes, page, bundle, files);
    expect(located.changes.map((change) => change.needs)).toEqual([needs]);
    expect(located.unexplained).toEqual([]);
  });

  it('is reported for every field, parameter, header and status that is removed, also if others are', () => {
    // Few enough at a time that each object keeps most of its fields.
    const STEP = 8;
    for (const [operation, elements] of Object.entries(facts.operations)) {
      const removable = Object.keys(elements).filter((element) => /^response \w+$|[. ][\w-]+$/.test(element));
      for (let start = 0; start < STEP; start++) {
        const removed = removable
          .filter((_, index) => index % STEP === start)
          .filter((element, _, all) => !all.some((other) => isBelow(element, other)));
        const rest = Object.entries(elements).filter(
          ([other]) => !removed.some((element) => other === element || isBelow(other, element)),
        );
        expectOnly(
          operation,
          Object.fromEntries(rest),
          ...removed.map((element) => ({ element, kind: 'removed' })),
        );
      }
    }
  });

  it('is reported for every constraint with another value, also if other elements change', () => {
    for (const [operation, elements] of Object.entries(facts.operations)) {
      const whole = Object.entries(elements).filter(
        ([element]) => !Object.keys(elements).some((other) => isBelow(other, element)),
      );
      const most = Math.max(...whole.map(([, fact]) => Object.keys(fact).length));
      // One keyword of each element at a time.
      for (let index = 0; index < most; index++) {
        const changed = whole.flatMap(([element, fact]) => {
          const keyword = Object.keys(fact)[index];
          return keyword === undefined ? [] : [{ element, keyword, fact: changeConstraint(fact, keyword) }];
        });
        const altered = Object.fromEntries(changed.map(({ element, fact }) => [element, fact]));
        expectOnly(
          operation,
          { ...elements, ...altered },
          ...changed.map(({ element, keyword }) => ({ element, kind: 'changed', keyword })),
        );
      }
    }
  });

  /** Renders only one operation, which is faster than rendering all. */
  function expectOnly(
    operation: string,
    elements: OperationFacts,
    ...expected: readonly Readonly<Record<string, unknown>>[]
  ): void {
    const page = readPage(renderPage({ ...facts, operations: { [operation]: elements } }));
    const known = { [operation]: facts.operations[operation] ?? {} };
    const changes = findChanges(known, alignVariants(known, page.operations));
    expect(changes).toEqual(expected.map((change) => expect.objectContaining({ operation, ...change })));
  }
});

describe('a change in words only', () => {
  it.each(TEXT_CHANGES)('is the only change reported: $name', ({ edit, operation, element, says }) => {
    expect(findPageChanges(edit(html))).toEqual([
      { operation, element, kind: 'text', text: expect.stringContaining(says) },
    ]);
  });

  it('is reported for every text of the page', () => {
    const edited = html.replaceAll(
      /(customer&#8217;s own|A response|Done at once|What to ask for)/g,
      '$1 today',
    );
    const reported = findPageChanges(edited).map(({ operation, element }) => `${operation} ${element}`);
    const texts = Object.entries(facts.prose).flatMap(([operation, texts]) =>
      Object.entries(texts)
        .filter(([, text]) => /customer's own|A response|Done at once|What to ask for/.test(text))
        .map(([element]) => `${operation} ${element}`),
    );
    expect(texts.length).toBeGreaterThan(300);
    expect(reported.sort()).toEqual(texts.sort());
  });
});

describe('a change of the markup', () => {
  it.each(Object.entries(MARKUP_CHANGES))('is not reported: %s', (_name, edit) => {
    const edited = edit(html);
    expect(edited).not.toBe(html);
    expect(findPageChanges(edited)).toEqual([]);
  });

  it('changes no line of the facts file where it is the order of variants', () => {
    const reordered = MARKUP_CHANGES['variants reordered']?.(html) ?? '';
    const page = alignPage(facts.operations, readPage(createPage(reordered, facts.source)));
    expect(formatFacts(page)).toBe(formatFacts(facts));
  });
});

describe('a page that is cut off', () => {
  it('is rejected or reported as changed, at any point', { timeout: EXHAUSTIVE }, () => {
    for (let cut = 0; cut < 200; cut++) {
      const end = Math.floor((html.length * cut) / 200);
      expect(readCut(html.slice(0, end)), `after ${end} characters`).not.toBe('unchanged');
    }
  });

  it('is rejected within its last words', () => {
    const { length } = html.trimEnd();
    for (let end = length - 40; end < length; end++) {
      expect(readCut(html.slice(0, end)), html.slice(end - 10, end)).toBe('rejected');
    }
  });

  function readCut(text: string): string {
    try {
      return findPageChanges(text).length === 0 ? 'unchanged' : 'changed';
    } catch (error) {
      if (error instanceof PageError) return 'rejected';
      throw error;
    }
  }
});

/** Returns the fact with another value of a keyword that the page could state, or without the keyword. */
function changeConstraint(fact: Fact, keyword: string): Fact {
  const { [keyword]: value = null, ...others } = fact;
  if (keyword === 'type')
    return { ...fact, type: Array.isArray(value) ? (value[0] ?? null) : [String(value), 'null'] };
  if (keyword === 'items') return { ...fact, items: value === 'object' ? 'string' : 'object' };
  if (keyword === 'pattern') return { ...fact, pattern: String(value).replace('$', 'x$') };
  if (keyword === 'content') return { ...fact, content: 'application/xml' };
  if (typeof value === 'number') return { ...fact, [keyword]: value + 1 };
  if (typeof value === 'string') return { ...fact, [keyword]: `${value}x` };
  return Array.isArray(value) ? { ...fact, [keyword]: value.slice(1) } : others;
}

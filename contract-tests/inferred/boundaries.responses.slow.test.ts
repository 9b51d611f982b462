import { observe } from 'lddpay/observe';
import { describe, expect, it } from 'vitest';
import { documentedResponses } from '../../contract/src/conformance/testing/documented-responses.js';
import { findResponseViolations } from '../../contract/src/conformance/violations.js';
import { jsonOf, type Operation } from '../../scripts/lib/description.js';
import { LIMITS, listBoundaries } from './testing/boundaries.js';

const responses = documentedResponses.flatMap(({ name, operation, response }) => {
  const schema = jsonOf(response)?.schema;
  return schema ? [{ name, operation, status: response.status, boundaries: listBoundaries(schema) }] : [];
});

const HEADERS = new Headers({
  'Content-Type': 'application/json',
  'Cko-Request-Id': '0f5ff4b2-9f3a-4d2b-8a0c-4d5cbb1f8f0e',
  'Cko-Version': '1.0.0',
});

/** Lists the keywords that the conformance check and the observer report of a body. */
async function findKeywords(operation: Operation, status: number, body: unknown) {
  const text = JSON.stringify(body);
  const observer = observe({ sample: 1 });
  observer(operation.operationId, { status, headers: HEADERS, text, problem: undefined });
  await observer.settled();
  return {
    conformance: findResponseViolations(operation, { status, headers: HEADERS, body: text }).map(
      ({ rule, path }) => `${path} ${rule}`,
    ),
    observer: observer
      .read()
      .deviations.map(
        ({ pointer, keyword }) => `${String(pointer).slice(1).replaceAll('/', '.')} ${keyword}`,
      ),
  };
}

describe('a value just outside of a limit of a response', () => {
  it.each(responses)(
    'is reported at its place, and one just inside is not: $name',
    async ({ operation, status, boundaries }) => {
      const wrong: string[] = [];
      for (const { name, path, keyword, inside, outside } of boundaries) {
        const expected = `${path.join('.')} ${keyword}`;
        const clean = await findKeywords(operation, status, inside);
        const found = await findKeywords(operation, status, outside);
        for (const judge of ['conformance', 'observer'] as const) {
          if (clean[judge].length > 0) wrong.push(`${name}: inside, ${judge} reports ${clean[judge]}`);
          if (!found[judge].includes(expected))
            wrong.push(`${name}: outside, ${judge} reports ${found[judge]}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('is tried for every kind of limit that responses have', () => {
    const all = responses.flatMap(({ boundaries }) => boundaries);
    const tried = new Set(all.map(({ keyword }) => keyword));
    expect(LIMITS.filter((limit) => !tried.has(limit))).toEqual(['const']);
    expect(all.length).toBeGreaterThan(450);
  });
});

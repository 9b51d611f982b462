import type { Fact } from './model.js';

/**
 * Gives the alternatives of a body their final paths. Only at the end of an operation is it known how many
 * there are: a single one is no alternative, and several that are all arrays are an array of alternatives.
 */
export function settleVariants(facts: ReadonlyMap<string, Fact>): [element: string, fact: Fact][] {
  return [...facts].flatMap(([element, fact]): [string, Fact][] => {
    const [, body = element, number = '', rest = ''] = /^([^.(]+)(\(\d+\))(.*)$/.exec(element) ?? [];
    const variants = [...facts].filter(([other]) => other.startsWith(`${body}(`) && other.endsWith(')'));
    const single = variants.length === 1;
    const arrays = variants.length > 1 && variants.every(([, variant]) => variant['type'] === 'array');

    if (number === '') return [[element, single || arrays ? { ...fact, ...variants[0]?.[1] } : fact]];
    if (single) return rest === '' ? [] : [[body + rest, fact]];
    if (arrays) return [[`${body}[]${number}${rest.slice('[]'.length)}`, rest === '' ? {} : fact]];
    return [[element, fact]];
  });
}

import type { Deviation } from '../compare/compare-facts.js';
import type { Opened } from '../description/bundled-document.js';
import type { Fact } from '../model/facts.js';
import type { Site } from './description-sites.js';
import { above, type Bearings } from './edit.js';

interface User {
  readonly operation: string;
  readonly element: string;
}

/** How many others are named before the rest is only counted. */
const NAMED = 3;

/** Knows which elements of which operations are described by the same object. */
export class SharedObjects {
  readonly #deviations: readonly Deviation[];
  readonly #users = new Map<string, User[]>();

  constructor({ sites, described }: Bearings, deviations: readonly Deviation[]) {
    this.#deviations = deviations;
    for (const [operation, facts] of Object.entries(described)) {
      for (const element of Object.entries(facts).flatMap(withItems)) {
        for (const object of objectsOf(sites.find(operation, element))) {
          this.#users.set(object, [...(this.#users.get(object) ?? []), { operation, element }]);
        }
      }
    }
  }

  /**
   * Names what else would change with an object, although the page says of it what the description says now:
   * other operations, or other elements of the same one.
   *
   * @param owner - The element that the object describes: the one that deviates, or one above or below it.
   */
  others(deviation: Deviation, object: string, owner: string): string[] {
    const { operation, element } = deviation;
    // The element of another user that stands to it as the deviating one stands to the owner.
    const counterpart = (user: string) =>
      element.startsWith(owner)
        ? user + element.slice(owner.length)
        : user.slice(0, user.length + element.length - owner.length);
    const others = (this.#users.get(object) ?? []).filter(
      (user) =>
        !(user.operation === operation && user.element === owner) &&
        !this.#deviations.some((other) =>
          isSame(other, { ...deviation, operation: user.operation, element: counterpart(user.element) }),
        ),
    );
    const names = new Set(
      others.map((user) => (user.operation === operation ? user.element : user.operation)),
    );
    const more = names.size - NAMED;
    return more > 0 ? [...[...names].slice(0, NAMED), `${more} more`] : [...names];
  }
}

/** Items of which nothing but the type is stated are no element of their own, but described all the same. */
function withItems([element, { items }]: [string, Fact]): string[] {
  return items === undefined ? [element] : [element, `${element}[]`];
}

function objectsOf(site: Site | undefined): Set<string> {
  const opened = [site?.holder, site?.schema].filter((one) => one !== undefined);
  return new Set([...(site ? [site.place] : []), ...opened.flatMap(pointersOf)]);
}

function pointersOf({ pointer, refs, keywords }: Opened): string[] {
  const stated = [...keywords.values()].flat().map((place) => above(place.pointer));
  return [pointer, ...refs, ...stated];
}

function isSame(one: Deviation, other: Deviation): boolean {
  const key = ({ operation, element, kind, keyword, before }: Deviation) =>
    JSON.stringify([operation, element, kind, keyword, before]);
  return key(one) === key(other);
}

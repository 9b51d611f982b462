/** What can be in an element. Strings become text, never markup. */
export type Content = Node | string;

/**
 * Finds an element of the page.
 * @throws Error when the page does not have it, or has one of another type.
 */
export function findElement<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} with the id ${id}.`);
  return found;
}

/** Creates an element. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Content[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
}

/** Formats a time (ms since the Unix epoch) as `2026-01-01 00:00:00`, in UTC. */
export function formatTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** Creates a `time` element. */
export function createTime(ms: number): HTMLTimeElement {
  return createElement('time', { datetime: new Date(ms).toISOString() }, formatTime(ms));
}

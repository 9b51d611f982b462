/**
 * Defines a property of an object, and returns that. The descriptor inherits nothing: with what something has added to
 * Object.prototype, such as `value`, it would be invalid.
 */
export function defineProperty<T extends object>(
  target: T,
  name: PropertyKey,
  descriptor: PropertyDescriptor,
): T {
  return Object.defineProperty(target, name, { __proto__: null, ...descriptor } as PropertyDescriptor);
}

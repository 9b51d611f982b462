/** A scalar, or a list of scalars whose order means nothing. */
export type Constraint = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** What is stated of one element: JSON Schema keywords and a few of our own; {} when just that it exists. */
export type Fact = Readonly<Record<string, Constraint>>;

/** Element path, such as `request.currency` or `response 200[](1).id`, to what is stated of the element. */
export type OperationFacts = Readonly<Record<string, Fact>>;

/** operationId to the elements of the operation. */
export type Operations = Readonly<Record<string, OperationFacts>>;

/** All that the published documentation page states. */
export interface Facts {
  readonly source: { readonly url: string; readonly id: number; readonly modified: string };
  readonly operations: Operations;
}

/** Whether an element lies below another one, at any depth. */
export function isBelow(element: string, ancestor: string): boolean {
  return element.startsWith(ancestor) && /^[.[( ]/.test(element.slice(ancestor.length));
}

/** How many elements are stated to exist. */
export function countFacts(operations: Operations): number {
  return Object.values(operations).reduce((sum, elements) => sum + Object.keys(elements).length, 0);
}

/** How many keywords are stated of all elements together. */
export function countConstraints(operations: Operations): number {
  const facts = Object.values(operations).flatMap((elements) => Object.values(elements));
  return facts.reduce((sum, fact) => sum + Object.keys(fact).length, 0);
}

/** Whether a value is a JSON object: neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

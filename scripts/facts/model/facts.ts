/** A scalar, or a list of scalars in any order. */
export type Constraint = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** What is stated of one element, as JSON Schema keywords and a few more; {} if only its existence is stated. */
export type Fact = Readonly<Record<string, Constraint>>;

/** The facts of an operation by element path, such as `request.currency` or `response 200[](1).id`. */
export type OperationFacts = Readonly<Record<string, Fact>>;

/** The facts of all operations by operationId. */
export type Operations = Readonly<Record<string, OperationFacts>>;

/**
 * A text or its hash by operationId, then by element or by section, such as `request.currency`, `responses` or
 * `path parameters`. What is outside the operations is in `page`.
 */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The claims, numbers and names in texts, by operation and element. */
export type Terms = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Everything that the published documentation page states. */
export interface Facts {
  readonly source: { readonly url: string; readonly id: number; readonly modified: string };
  readonly operations: Operations;
  /** Hashes of the texts, which state what no keyword can. */
  readonly texts: Texts;
  /** What the texts claim, by the same names as the texts; without those that claim nothing. */
  readonly terms: Terms;
}

/** The page as it was read. */
export interface Page extends Facts {
  /** The texts themselves; the facts file has only their hashes. */
  readonly prose: Texts;
}

/** Tells whether an element is below another one, at any depth. */
export function isBelow(element: string, ancestor: string): boolean {
  const next = element[ancestor.length];
  return next !== undefined && '.[( '.includes(next) && element.startsWith(ancestor);
}

/** Counts the elements. */
export function countFacts(operations: Operations): number {
  return Object.values(operations).reduce((sum, elements) => sum + Object.keys(elements).length, 0);
}

/** Counts the keywords of all elements. */
export function countConstraints(operations: Operations): number {
  const facts = Object.values(operations).flatMap((elements) => Object.values(elements));
  return facts.reduce((sum, fact) => sum + Object.keys(fact).length, 0);
}

/** Tells whether a value is a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Generated from openapi/ by `npm run generate`. Do not edit.

/** A rule of the description that a value breaks. */
export interface ValidationError {
  readonly keyword: string;
  /** The place in the value, as a JSON pointer (RFC 6901). */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whether a value conforms, and completes it with the documented defaults. Errors are in `errors`. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidationError[] | null;
}

/** Validates request bodies, by operationId. */
export declare const bodyValidators: Readonly<Record<string, Validator>>;

/** Validates queries, by operationId. */
export declare const queryValidators: Readonly<Record<string, Validator>>;

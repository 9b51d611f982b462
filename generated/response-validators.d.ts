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

/** A schema of the description. `mark` and `marks` are indexes of `inferredElements`. */
export interface SchemaNode {
  /** Validates the rules of this schema, without those of the schemas that it leads to. */
  readonly rules?: Validator;
  /** The name of a schema that applies as well. */
  readonly ref?: string;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly mark?: number;
  /** The marks of single keywords. */
  readonly marks?: Readonly<Record<string, number>>;
}

/** A documented response. */
export interface DocumentedResponse {
  /** Undefined for a response without a body. */
  readonly body?: SchemaNode;
  readonly headers: Readonly<Record<string, SchemaNode>>;
  /** The mark of its content. */
  readonly mark?: number;
}

/** The responses of an operation by their statuses. */
export interface DocumentedOperation {
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  /** The mark of its path and method. */
  readonly mark?: number;
}

/** A part of the description that the documentation does not state. */
export interface InferredElement {
  /** The place in the description, as a JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** Undefined for the whole element. */
  readonly keyword: string | undefined;
  /** The component that it belongs to, or `paths`, `links`, `servers`. */
  readonly group: string;
  /** Its name within the group. */
  readonly name: string;
  readonly reason: string;
}

/** The operations by their operationId. */
export declare const responseOperations: Readonly<Record<string, DocumentedOperation>>;

/** The schemas that responses refer to, by name. */
export declare const responseSchemas: Readonly<Record<string, SchemaNode>>;

export declare const inferredElements: readonly InferredElement[];

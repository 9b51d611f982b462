import type {
  ClientPathsWithMethod,
  FetchResponse,
  MaybeOptionalInit,
  Client as OpenapiFetchClient,
  ParseAs,
} from 'openapi-fetch';
import type { OperationId, operations } from '../../generated/operations.js';
import type { paths } from '../../generated/schema.js';
import type { LddPayError } from '../errors.js';

type Table = typeof operations;

/** The operation at a path and method. */
type IdAt<Path, Method> = {
  [Id in OperationId]: Table[Id] extends { readonly path: Path; readonly method: Uppercase<Method & string> }
    ? Id
    : never;
}[OperationId];

type TokenPath = {
  [Id in OperationId]: Table[Id]['tokenEndpoint'] extends true ? Table[Id]['path'] : never;
}[OperationId];

type SignatureField<Id extends OperationId> =
  Table[Id]['signature'] extends Readonly<Record<string, infer Field>> ? Field : never;

/**
 * Turns open enums into `string`: openapi-fetch maps `string & {}`, which is how they allow new values, to an
 * object that is not a string any more.
 */
type WithoutOpenEnums<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends object
    ? { [Key in keyof T]: WithoutOpenEnums<T[Key]> }
    : T;

/** The responses that resolve. Every other response rejects with an error. */
type Responses<All> = {
  [Status in keyof All as `${Status & number}` extends `2${string}` ? Status : never]: WithoutOpenEnums<
    All[Status]
  >;
} & { default: { headers: object; content: { 'application/json': LddPayError } } };

/** A request body whose signature fields are optional. */
type Signable<RequestBody, Field> = RequestBody extends { content: { 'application/json': infer Body } }
  ? {
      content: {
        'application/json': Omit<Body, Field & keyof Body> & {
          [Name in Field & keyof Body]?: Body[Name] | undefined;
        };
      };
    }
  : RequestBody;

type FetchOperation<All, Id extends OperationId, Signing extends boolean> = All extends { responses: object }
  ? {
      [Key in keyof All]: Key extends 'responses'
        ? Responses<All[Key]>
        : [Key, Signing] extends ['requestBody', true]
          ? Signable<All[Key], SignatureField<Id>>
          : All[Key];
    }
  : All;

/**
 * The `paths` of the description without the token endpoint, which the client calls itself, and with
 * {@link LddPayError} in place of the error responses. With `Signing`, the signature fields of refunds and
 * reversals are optional.
 */
export type FetchPaths<Signing extends boolean = boolean> = {
  [Path in Exclude<keyof paths, TokenPath>]: {
    [Key in keyof paths[Path]]: FetchOperation<paths[Path][Key], IdAt<Path, Key>, Signing>;
  };
};

type MediaType = `${string}/${string}`;

type RequiredKeyOf<T> = { [Key in keyof T]: object extends Pick<T, Key> ? never : Key }[keyof T];

/**
 * Options of a call, of which the optional ones can also be undefined. The first form is that of openapi-fetch,
 * whose client this one has to fit.
 */
type WithUndefined<Options> =
  | Options
  | ({
      [Key in keyof Options]: object extends Pick<Options, Key> ? Options[Key] | undefined : Options[Key];
    } & {
      // Here once more, so that the compiler infers the literal that decides on the type of the data.
      parseAs?: ParseAs | undefined;
    });

/** The init parameter of openapi-fetch, which is optional where nothing in it is required. */
type InitParam<Init> =
  RequiredKeyOf<Init> extends never
    ? [(Init & { [key: string]: unknown })?]
    : [Init & { [key: string]: unknown }];

/** A method of openapi-fetch that only resolves with data, since failures reject. */
type FetchMethod<Signing extends boolean, Method extends 'get' | 'post'> = <
  Path extends ClientPathsWithMethod<OpenapiFetchClient<FetchPaths<Signing>>, Method>,
  Init extends WithUndefined<MaybeOptionalInit<FetchPaths<Signing>[Path], Method>>,
>(
  url: Path,
  ...init: InitParam<Init>
) => Promise<
  Extract<FetchResponse<NonNullable<FetchPaths<Signing>[Path][Method]>, Init, MediaType>, { data: unknown }>
>;

/**
 * The client of openapi-fetch over a client of this package. Each call also takes `signal`, and the `deadline`,
 * `attemptTimeout` (both in ms) and `maxRetries` of the call options.
 */
export interface FetchClient<Signing extends boolean = boolean>
  extends OpenapiFetchClient<FetchPaths<Signing>> {
  GET: FetchMethod<Signing, 'get'>;
  POST: FetchMethod<Signing, 'post'>;
}

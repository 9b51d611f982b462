import {
  type Body,
  type Example,
  examplesOf,
  jsonOf,
  mergeParameters,
  type Operation,
  type OperationObject,
  type Parameter,
  type PathItem,
  type Reference,
  type ResponseObject,
} from '../../../lib/description.js';
import { appendKey } from '../../../lib/json-pointer.js';
import type { InferredElement } from '../../provenance/inferred-parts.js';
import { type Layer, openReference, readKeyword } from './layers.js';
import { findMarkOf, type Origin, readOrigin } from './origin.js';
import { readSchema, type SchemaNode, type Source } from './schema-node.js';

/** The parts of an operation, each with its origin. */
export interface OperationParts {
  /** The mark of the path and the method. */
  readonly path: InferredElement | undefined;
  readonly origin: Origin;
  readonly parameters: readonly ParameterPart[];
  readonly body: BodyPart | undefined;
  readonly responses: readonly ResponsePart[];
}

/** A parameter of an operation, or a header of a response. */
export interface ParameterPart {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly example: unknown;
  readonly schema: SchemaNode;
  readonly origin: Origin;
}

/** A body of a request or response. */
export interface BodyPart {
  readonly description: string;
  readonly required: boolean;
  readonly schema: SchemaNode;
  readonly examples: Readonly<Record<string, Example>>;
}

/** A response with its status. */
export interface ResponsePart {
  readonly status: string;
  readonly description: string;
  readonly origin: Origin;
  readonly headers: readonly ParameterPart[];
  readonly body: BodyPart | undefined;
  readonly links: readonly LinkPart[];
}

/** A link from a response to an operation that can follow. */
export interface LinkPart {
  readonly operationId: string;
  readonly description: string;
  readonly origin: Origin;
}

/** Reads the parts of an operation. */
export function readOperationParts(source: Source, operation: Operation): OperationParts {
  const { document, elements } = source;
  const path = appendKey('#/paths', operation.path);
  const pointer = `${path}/${operation.method}`;
  const item = document.paths[operation.path] as PathItem;
  const value = item[operation.method] as OperationObject;
  const locate = (parameter: Parameter | Reference) => {
    const index = value.parameters?.indexOf(parameter) ?? -1;
    return index >= 0
      ? `${pointer}/parameters/${index}`
      : `${path}/parameters/${item.parameters?.indexOf(parameter)}`;
  };
  return {
    path: elements.get(path),
    origin: readOrigin([{ value, pointer }], elements),
    parameters: mergeParameters(document, item.parameters, value.parameters).map((parameter) =>
      readParameter(source, parameter, locate(parameter)),
    ),
    body: value.requestBody && readRequestBody(source, value.requestBody, `${pointer}/requestBody`),
    responses: Object.entries(value.responses).map(([status, response]) =>
      readResponse(source, status, response, `${pointer}/responses/${status}`),
    ),
  };
}

function readParameter(source: Source, value: Parameter | Reference, pointer: string): ParameterPart {
  const layers = openReference<Parameter>(source.document, value, pointer);
  const origin = readOrigin(layers, source.elements);
  const parameter = layers[layers.length - 1] as Layer<Parameter>;
  const schema = parameter.value.schema;
  return {
    name: parameter.value.name,
    in: parameter.value.in,
    required: parameter.value.required === true,
    description: parameter.value.description ?? '',
    example: parameter.value.example,
    schema: readSchema(source, schema, `${parameter.pointer}/schema`, origin.whole),
    origin,
  };
}

function readRequestBody(source: Source, value: Body | Reference, pointer: string): BodyPart | undefined {
  const layers = openReference<Body>(source.document, value, pointer);
  const origin = readOrigin(layers, source.elements);
  return readBody(source, layers[layers.length - 1] as Layer<Body>, origin);
}

function readBody(source: Source, { value, pointer }: Layer<Body>, origin: Origin): BodyPart | undefined {
  const media = jsonOf(value);
  if (!media) return undefined;
  const schema = `${pointer}/content/application~1json/schema`;
  return {
    description: value.description ?? '',
    required: value.required === true,
    schema: readSchema(source, media.schema, schema, findMarkOf(origin, 'content')),
    examples: examplesOf(source.document, media),
  };
}

function readResponse(
  source: Source,
  status: string,
  value: ResponseObject | Reference,
  pointer: string,
): ResponsePart {
  const layers = openReference<ResponseObject>(source.document, value, pointer);
  const response = layers[layers.length - 1] as Layer<ResponseObject>;
  const origin = readOrigin(layers, source.elements);
  const links = (readKeyword(layers, 'links') ?? {}) as Readonly<Record<string, object>>;
  return {
    status,
    description: response.value.description,
    origin,
    headers: Object.entries(response.value.headers ?? {}).map(([name, header]) => ({
      ...readParameter(source, header as Reference, `${response.pointer}/headers/${name}`),
      name,
      in: 'header',
    })),
    body: readBody(source, response, origin),
    links: Object.entries(links).map(([name, link]) =>
      readLink(source, link, appendKey(`${response.pointer}/links`, name)),
    ),
  };
}

function readLink(source: Source, value: object, pointer: string): LinkPart {
  const layers = openReference(source.document, value, pointer);
  return {
    operationId: String(readKeyword(layers, 'operationId')),
    description: String(readKeyword(layers, 'description') ?? ''),
    origin: readOrigin(layers, source.elements),
  };
}

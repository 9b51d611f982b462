import { describePlace, describeProblem } from '../../../contract/src/conformance/describe-violation.js';
import { compileValidator } from '../../../contract/src/conformance/description.js';
import {
  type BufferedResponse,
  findResponseViolations,
  parseJson,
} from '../../../contract/src/conformance/violations.js';
import type { Operation } from '../../../scripts/lib/description.js';

/** Finds what the description does not say of a response: its status, media type, headers or body. */
export function findResponseProblems(operation: Operation, response: BufferedResponse): string[] {
  if (response.status >= 500) return [`the server failed with ${response.status}: ${response.body}`];
  return [
    ...findResponseViolations(operation, response).map(
      (one) => `${describePlace(one)} ${describeProblem(one, JSON.stringify)}`,
    ),
    ...findEmptyMediaType(response),
  ].map((problem) => `the response with ${response.status}: ${problem}`);
}

const errorSchema = { $ref: '#/components/schemas/ErrorResponse' };
const tokenErrorSchema = { $ref: '#/components/schemas/TokenError' };

/**
 * Finds what is wrong with an error that belongs to HTTP, so that the description does not have its status: it has
 * the expected status, and the body of the errors that are described.
 */
export function findHttpErrorProblems(
  response: BufferedResponse,
  expected: number,
  operation?: Operation,
): string[] {
  const { status, headers, body } = response;
  if (status !== expected) return [`the status is ${status}, not ${expected}`];
  const schema = operation?.['x-token-endpoint'] ? tokenErrorSchema : errorSchema;
  const json = parseJson(body);
  return [
    ...(/^application\/json\b/.test(headers.get('Content-Type') ?? '') ? [] : ['the media type is not JSON']),
    ...(json && compileValidator(schema)(json.value) ? [] : [`the body is no error as described: ${body}`]),
  ].map((problem) => `the response with ${status}: ${problem}`);
}

function findEmptyMediaType({ headers, body }: BufferedResponse): string[] {
  return body === '' && headers.has('Content-Type') ? ['an empty body has a Content-Type'] : [];
}

/** Reads the error codes in a response. */
export function readErrorCodes({ body }: BufferedResponse): readonly string[] {
  const { error_codes, error } = Object(parseJson(body)?.value);
  return [error_codes ?? error ?? []].flat();
}

/** Reads the value of a JSON body; undefined when it is none. */
export function readJson({ body }: BufferedResponse): Readonly<Record<string, unknown>> {
  return Object(parseJson(body)?.value);
}

/** Whether a status is one of success. */
export function isSuccess({ status }: Pick<BufferedResponse, 'status'>): boolean {
  return status >= 200 && status < 300;
}

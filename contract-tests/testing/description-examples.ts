import { document, operations } from '../../contract/src/conformance/description.js';
import { documentedResponses } from '../../contract/src/conformance/testing/documented-responses.js';
import { examplesOf, jsonOf } from '../../scripts/lib/description.js';

/** Every example of a request body. */
export const requestExamples = operations.flatMap((operation) =>
  Object.entries(examplesOf(document, jsonOf(operation.requestBody))).map(([example, { value }]) => ({
    name: `${operation.operationId} ${example}`,
    operation,
    value,
    schema: jsonOf(operation.requestBody)?.schema ?? {},
  })),
);

/** Every example of a response body. */
export const responseExamples = documentedResponses.flatMap(({ name, operation, response }) =>
  Object.entries(examplesOf(document, jsonOf(response))).map(([example, { value }]) => ({
    name: `${name} ${example}`,
    operation,
    example,
    status: response.status,
    value,
    schema: jsonOf(response)?.schema ?? {},
  })),
);

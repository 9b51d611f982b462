import { createExampleRequests, type ExampleRequest } from '../../../generate/example-request.js';
import { type Document, examplesOf, jsonOf, type Operation } from '../../../lib/description.js';
import { createCurlSample } from './curl.js';
import { createOpenapiFetchSample } from './openapi-fetch.js';
import { createTypescriptSample } from './typescript.js';

/** A program that sends an example request. */
export interface Sample {
  readonly language: 'ts' | 'openapi-fetch' | 'curl';
  readonly source: string;
}

/** An example request with a sample for each language. */
export interface SampledRequest {
  /** The name of the example in the description; `request` for a request without a body. */
  readonly name: string;
  readonly title: string;
  readonly body: unknown;
  readonly samples: readonly Sample[];
}

/** Creates the samples of an operation for each of its examples. */
export function createSamples(document: Document, operation: Operation): SampledRequest[] {
  const examples = Object.entries(examplesOf(document, jsonOf(operation.requestBody)));
  return createExampleRequests(document, operation).map((request, index) => {
    const [name, example] = examples[index] ?? ['request', undefined];
    return { name, title: request.title, body: example?.value, samples: createRequestSamples(request) };
  });
}

function createRequestSamples(request: ExampleRequest): Sample[] {
  return [
    { language: 'ts', source: createTypescriptSample(request) },
    // openapi-fetch's client sends token requests by itself, and has no call for them.
    ...(request.operation['x-token-endpoint']
      ? []
      : [{ language: 'openapi-fetch', source: createOpenapiFetchSample(request) } as const]),
    { language: 'curl', source: createCurlSample(request) },
  ];
}

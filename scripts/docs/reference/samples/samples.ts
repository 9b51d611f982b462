import { createExampleRequests, type ExampleRequest } from '../../../generate/example-request.js';
import type { Document, Operation } from '../../../lib/description.js';
import { createCurlSample } from './curl.js';
import { createTypescriptSample } from './typescript.js';

/** A program that sends an example request, as an entry of `x-codeSamples`. */
export interface Sample {
  readonly lang: 'TypeScript' | 'Shell';
  readonly label: string;
  readonly source: string;
}

/** Creates the samples of an operation: each example with the client, then each with curl. */
export function createSamples(document: Document, operation: Operation): Sample[] {
  const requests = createExampleRequests(document, operation);
  const label = (name: string, { title }: ExampleRequest) =>
    requests.length === 1 ? name : `${name}: ${title}`;
  return [
    ...requests.map((request) => ({
      lang: 'TypeScript' as const,
      label: label('TypeScript', request),
      source: createTypescriptSample(request),
    })),
    ...requests.map((request) => ({
      lang: 'Shell' as const,
      label: label('curl', request),
      source: createCurlSample(request),
    })),
  ];
}

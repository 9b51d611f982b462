import type { Document, Operation } from '../../../lib/description.js';
import { curlSample } from './curl.js';
import { type ExampleRequest, exampleRequests } from './example-request.js';
import { typescriptSample } from './typescript.js';

/** A program that does what an example of the description does, in the form of `x-codeSamples`. */
export interface Sample {
  readonly lang: 'TypeScript' | 'Shell';
  readonly label: string;
  readonly source: string;
}

/** The samples of an operation: each example with the client, then each with curl. */
export function samplesOf(document: Document, operation: Operation): Sample[] {
  const requests = exampleRequests(document, operation);
  const label = (name: string, { title }: ExampleRequest) =>
    requests.length === 1 ? name : `${name}: ${title}`;
  return [
    ...requests.map((request) => ({
      lang: 'TypeScript' as const,
      label: label('TypeScript', request),
      source: typescriptSample(request),
    })),
    ...requests.map((request) => ({
      lang: 'Shell' as const,
      label: label('curl', request),
      source: curlSample(request),
    })),
  ];
}

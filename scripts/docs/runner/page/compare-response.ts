import type { SentRequest } from '../messages.js';

/** Identifiers and times, which differ from run to run. */
const CHANGING = /\b(?:[a-z]+_[a-z0-9]{26}|\d{4}-\d\d-\d\dT[\d:.]+Z)/g;

/**
 * Compares the response of the last request with the one that the page shows below the example.
 *
 * @returns A sentence for the status; none where the page shows no response.
 */
export function compareResponse(figure: HTMLElement, request: SentRequest | undefined): string[] {
  const example = figure.closest('details.example');
  const status = example?.querySelector('.limits > a[href^="#response-"]')?.textContent;
  if (!status || !request) return [];
  const body = example?.querySelector('.response-body pre')?.textContent ?? '';
  const isDocumented = String(request.status) === status && mask(request.responseBody ?? '') === mask(body);
  return [
    isDocumented
      ? 'The response is the documented one, apart from ids and times.'
      : 'The response differs from the documented one.',
  ];
}

function mask(json: string): string {
  return json.trim().replaceAll(CHANGING, '…');
}

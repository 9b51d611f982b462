import type { Highlight } from '../rendering/highlight.js';
import { escapeHtml } from '../rendering/html.js';
import type { SampledRequest } from './samples/samples.js';
import type { TrialResponse } from './trials/try-operations.js';

const LANGUAGES: Readonly<Record<string, { readonly label: string; readonly syntax: string }>> = {
  ts: { label: 'TypeScript', syntax: 'ts' },
  'openapi-fetch': { label: 'openapi-fetch', syntax: 'ts' },
  curl: { label: 'curl', syntax: 'sh' },
  json: { label: 'Body', syntax: 'json' },
};

/**
 * Renders the example requests of an operation, each with the response of the sandbox. The style sheet shows the sample of the selected language,
 * also without JavaScript; printed pages have all of them.
 */
export function renderSamples(
  operationId: string,
  requests: readonly SampledRequest[],
  responses: readonly TrialResponse[],
  highlight: Highlight,
): string {
  return requests
    .map((request, index) => {
      const samples = renderLanguages(operationId, request, highlight);
      const response = responses[index];
      const open = index === 0 ? ' open' : '';
      return `<details class="example" id="example-${request.name}"${open}><summary>${escapeHtml(request.title)}</summary>${samples}${response ? renderResponse(response, highlight) : ''}</details>`;
    })
    .join('\n');
}

function renderResponse({ status, body }: TrialResponse, highlight: Highlight): string {
  const code = body === undefined ? '' : highlight(JSON.stringify(body, null, 2), 'json');
  const figure = code && `<figure class="code response-body">${code}</figure>`;
  return `<p class="limits">The sandbox responds with <a href="#response-${status}">${status}</a>${figure && ':'}</p>${figure}`;
}

function renderLanguages(
  operationId: string,
  { name, body, samples }: SampledRequest,
  highlight: Highlight,
): string {
  const all: readonly { readonly language: string; readonly source: string }[] = [
    ...samples,
    ...(body === undefined ? [] : [{ language: 'json', source: JSON.stringify(body, null, 2) }]),
  ];
  const choices = all.map(({ language }, index) => {
    const checked = index === 0 ? ' checked' : '';
    return `<label><input type="radio" name="language-${name}" value="${language}"${checked}>${LANGUAGES[language]?.label}</label>`;
  });
  const figures = all.map(({ language, source }) => {
    const { label = language, syntax = 'text' } = LANGUAGES[language] ?? {};
    return `<figure class="code sample" data-language="${language}" data-operation="${operationId}" data-example="${name}"><figcaption>${label}</figcaption>${highlight(source, syntax)}</figure>`;
  });
  return `<div class="samples"><fieldset class="tabs"><legend class="hidden">Language of the sample</legend>${choices.join('')}</fieldset>${figures.join('')}</div>`;
}

/** Renders the examples of a body. */
export function renderExamples(
  examples: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>,
  prefix: string,
  highlight: Highlight,
): string {
  return Object.entries(examples)
    .map(([name, { summary = name, value }], index) => {
      const open = index === 0 ? ' open' : '';
      return `<details class="example" id="${prefix}-example-${name}"${open}><summary>Example: ${escapeHtml(summary)}</summary><figure class="code">${highlight(JSON.stringify(value, null, 2), 'json')}</figure></details>`;
    })
    .join('\n');
}

import type { Facts, OperationFacts } from '../model/facts.js';
import { renderFields, renderHeading, renderSection } from './render-fields.js';
import { renderResponses } from './render-responses.js';

const PLACES = ['path', 'query', 'header'];

/** Renders a page that states the facts in the dialect of the published one, as the REST API serves it. */
export function renderPage({ source, operations }: Facts): DocumentationPage {
  const html = Object.entries(operations).map(([id, facts], index) => renderOperation(id, facts, index));
  return createPage(`${html.join('\n\n\n\n')}\n`, source);
}

/** The fields of a page of the REST API that matter here. */
export interface DocumentationPage {
  readonly id: number;
  readonly link: string;
  readonly modified_gmt: string;
  readonly title: { readonly rendered: string };
  readonly content: { readonly rendered: string; readonly protected: boolean };
}

/** Creates the response of the REST API with the given HTML. */
export function createPage(html: string, { id, url, modified }: Facts['source']): DocumentationPage {
  return {
    id,
    link: url,
    modified_gmt: modified,
    title: { rendered: 'Payment' },
    content: { rendered: html, protected: false },
  };
}

function renderOperation(id: string, facts: OperationFacts, index: number): string {
  const { operation = {}, security, request } = facts;
  const link = `<a href="file:///C:/docs (1).htm#tag/Payment/operation/CheckoutController_${id}"></a>`;
  const parameters = PLACES.flatMap((place) => {
    const fields = renderFields(facts, `${place} `);
    return fields.length > 0 ? [renderHeading(`${place} Parameters`), ...fields] : [];
  });
  const isBare = security !== undefined && security['bearerFormat'] === undefined;
  return [
    // The page has both forms.
    ...(index % 2 === 0
      ? [renderHeading(`${link}Do ${id}`, 2)]
      : [renderHeading(link, 2), renderHeading(`Do ${id}`, 2)]),
    ...(operation['beta'] ? ['<p>Beta</p>'] : []),
    '<p>Done at once, or rejected with a 403 &#8211; Forbidden. It happens if:</p>',
    '<ul>\n<li>the payment is not a <strong>card</strong> payment</li>\n</ul>',
    ...(security ? [renderSecurity(security, isBare ? parameters : [])] : []),
    ...(isBare ? [] : parameters),
    ...(request
      ? [renderHeading(`Request Body schema: ${request['content']}`), ...renderRequest(facts)]
      : []),
    renderHeading('<strong>Responses</strong>'),
    ...renderResponses(facts),
  ].join('\n\n\n\n');
}

function renderSecurity(
  { scheme, bearerFormat }: OperationFacts[string],
  parameters: readonly string[],
): string {
  const statement =
    bearerFormat === undefined
      ? []
      : [
          renderHeading(`HTTP: ${scheme}`),
          `<p><strong>HTTP Authorization Scheme: </strong><code>${scheme}</code></p>`,
          `<p><strong>Bearer format: </strong><code>${bearerFormat}</code></p>`,
        ];
  return renderSection(
    'Authorizations:',
    `<p><em>${scheme}</em><em>${scheme}</em></p>`,
    ...statement,
    ...parameters,
  );
}

/** A body with nested fields begins inside a section that is named after its type. */
function renderRequest(facts: OperationFacts): string[] {
  const blocks = renderFields(facts, 'request.');
  const sections = blocks.findLastIndex((block) => block.startsWith('<details'));
  const introduction = '<p>What to ask for.</p>';
  if (sections < 0) return [introduction, ...blocks];
  const inside = renderSection('RequestDto', ...blocks.slice(0, sections + 1));
  return [introduction, renderHeading('One of'), inside, ...blocks.slice(sections + 1)];
}

import type { Facts, OperationFacts } from '../model/facts.js';
import { heading, renderFields, section } from './render-fields.js';
import { renderResponses } from './render-responses.js';

const PLACES = ['path', 'query', 'header'];

/** Renders a page that states the facts in the dialect of the published one, as the REST API serves it. */
export function renderPage({ source, operations }: Facts): Page {
  const html = Object.entries(operations).map(([id, facts], index) => renderOperation(id, facts, index));
  return pageOf(`${html.join('\n\n\n\n')}\n`, source);
}

/** What of a page of the REST API matters here. */
export interface Page {
  readonly id: number;
  readonly link: string;
  readonly modified_gmt: string;
  readonly title: { readonly rendered: string };
  readonly content: { readonly rendered: string; readonly protected: boolean };
}

/** The answer of the REST API with the given HTML. */
export function pageOf(html: string, { id, url, modified }: Facts['source']): Page {
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
    return fields.length > 0 ? [heading(`${place} Parameters`), ...fields] : [];
  });
  const isBare = security !== undefined && security['bearerFormat'] === undefined;
  return [
    // The page has it both ways.
    ...(index % 2 === 0 ? [heading(`${link}Do ${id}`, 2)] : [heading(link, 2), heading(`Do ${id}`, 2)]),
    ...(operation['beta'] ? ['<p>Beta</p>'] : []),
    '<p>Done at once, or rejected with a 403 &#8211; Forbidden. It happens if:</p>',
    '<ul>\n<li>the payment is not a <strong>card</strong> payment</li>\n</ul>',
    ...(security ? [renderSecurity(security, isBare ? parameters : [])] : []),
    ...(isBare ? [] : parameters),
    ...(request ? [heading(`Request Body schema: ${request['content']}`), ...renderRequest(facts)] : []),
    heading('<strong>Responses</strong>'),
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
          heading(`HTTP: ${scheme}`),
          `<p><strong>HTTP Authorization Scheme: </strong><code>${scheme}</code></p>`,
          `<p><strong>Bearer format: </strong><code>${bearerFormat}</code></p>`,
        ];
  return section(
    'Authorizations:',
    `<p><em>${scheme}</em><em>${scheme}</em></p>`,
    ...statement,
    ...parameters,
  );
}

/** A body with fields of fields begins inside of a section that is named like its type. */
function renderRequest(facts: OperationFacts): string[] {
  const blocks = renderFields(facts, 'request.');
  const sections = blocks.findLastIndex((block) => block.startsWith('<details'));
  const introduction = '<p>What to ask for.</p>';
  if (sections < 0) return [introduction, ...blocks];
  const inside = section('RequestDto', ...blocks.slice(0, sections + 1));
  return [introduction, heading('One of'), inside, ...blocks.slice(sections + 1)];
}

import { type CheerioAPI, load } from 'cheerio';
import { splitOperations } from './fact-changes.js';

/** A space in the text of the page, not in a tag. */
const SPACE = /(?<=>[^<]*) (?=[^<]*<)/g;

/** Edits of the markup that do not change what the page states. */
export const MARKUP_CHANGES: Readonly<Record<string, (html: string) => string>> = {
  'operations moved': (html) => splitOperations(html).reverse().join(''),
  'rows reordered': inTree(($) =>
    $('tbody').each((_, body) => {
      $(body).append($(body).children().get().reverse());
    }),
  ),
  'enum members reordered': (html) =>
    html.replaceAll(/(?<=Enum:)(?:&#8221;[^&]*&#8221;)+/g, (list) =>
      (list.match(/&#8221;[^&]*&#8221;/g) ?? []).reverse().join(''),
    ),
  'statuses reordered': (html) =>
    html.replaceAll(/(?<=<p>)401 .*?(?=<\/p>)/gs, (lines) => lines.split('<br>').reverse().join('<br>')),
  'variants reordered': inTree(($) => {
    const variants = 'details:has(> summary:contains("Object"))';
    const first = $(variants).filter((_, one) => $(one).prev(variants).length === 0);
    first.each((_, one) => {
      $(one).nextUntil(`:not(${variants})`).last().after(one);
    });
  }),
  'parameters moved after the responses': (html) =>
    html.replaceAll(/(<h5[^>]*>header Parameters.*?<\/figure>)(.*?)(?=<h2[^>]*><a|$)/gs, '$2$1'),
  'straight quotes': (html) => html.replaceAll(/&#822[01];/g, '"'),
  'quotes of another language': (html) => html.replaceAll(/&#822[01];/g, '&laquo;'),
  'quotes as named entities': (html) => html.replaceAll('&#8221;', '&quot;').replaceAll('&#8220;', '&ldquo;'),
  'characters instead of entities': (html) => html.replaceAll('&#8221;', '”').replaceAll('&#8220;', '“'),
  'numeric entities': (html) =>
    html.replaceAll('&lt;', '&#60;').replaceAll('&gt;', '&#x3e;').replaceAll('_', '&#95;'),
  'characters for limits': (html) => html.replaceAll('&lt;= ', '&le; ').replaceAll('&gt;= ', '≥'),
  'non-breaking spaces': (html) => html.replaceAll(SPACE, '&nbsp;'),
  'lines and indentation': (html) => html.replaceAll('><', '>\n    <').replaceAll(SPACE, '\n\t'),
  'no space between blocks': (html) => html.replaceAll(/>\s+</g, '><'),
  'invisible characters': (html) =>
    html.replaceAll('string', 'str&shy;ing').replaceAll('Enum', '&#8203;Enum'),
  'other classes and attributes': inTree(($) =>
    $('*').removeAttr('class').attr({ 'data-block': '1', style: 'color: red' }),
  ),
  'links to another copy': (html) =>
    html.replaceAll(/href="[^"]*#/g, 'href="https://docs.example/?a=b&amp;c#'),
  'operations of another controller': (html) => html.replaceAll('CheckoutController_', 'PaymentsController_'),
  'wrappers around all': (html) => `<main><article><div>${html}</div></article></main>`,
  'wrappers around blocks': inTree(($) =>
    $('figure, p, h2, h5, details').wrap('<section><div></div></section>'),
  ),
  'wrappers inside cells': inTree(($) => $('td').wrapInner('<div><span></span></div>')),
  'wrappers inside headings': inTree(($) => $('h2, h5').wrapInner('<div><span></span></div>')),
  'wrappers inside summaries': inTree(($) => $('summary').wrapInner('<strong><span></span></strong>')),
  'headings of other levels': (html) =>
    html.replaceAll(/(?<=<\/?)h2/g, 'h3').replaceAll(/(?<=<\/?)h5/g, 'h6'),
  'emphasis on parts of cells': (html) =>
    html
      .replaceAll('required</td>', '<em>required</em></td>')
      .replaceAll('<td>string', '<td><code>string</code>'),
  'an emphasis without an end tag': (html) => html.replace('<p>', '<p><strong>'),
  'tables without bodies': (html) => html.replaceAll(/<\/?tbody>/g, ''),
  'tables with a header row': (html) =>
    html.replaceAll('<tbody>', '<thead><tr><th>Name</th><th>Type</th></tr></thead><tbody>'),
  comments: (html) =>
    html.replaceAll('</tr>', '</tr><!-- 500 --><!-- <tr><td>old</td><td>string</td></tr> -->'),
  'scripts and styles': (html) =>
    `<style>p { color: red }</style>${html}<script>say("<p>500 No</p>")</script>`,
};

function inTree(edit: ($: CheerioAPI) => unknown): (html: string) => string {
  return (html) => {
    const $ = load(html, null, false);
    edit($);
    return $.html();
  };
}

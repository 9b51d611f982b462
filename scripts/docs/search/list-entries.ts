import { load } from 'cheerio';
import { SECTIONS, type SearchEntry, type SitePage } from '../rendering/site-page.js';

/** What begins a new entry: sections, and members of an export. */
const HEADINGS = 'h2[id], h3[id], h4[id]';

/** Lists the entries of a page; by default one for each section, and one for the text before them. */
export function listEntries(page: SitePage): readonly SearchEntry[] {
  const entries: readonly SearchEntry[] = page.entries ?? createSectionEntries(page);
  return entries.map(({ values = [], ...entry }) => ({
    ...entry,
    text: toPlainText(entry.text),
    ...(values.length > 0 && { values }),
  }));
}

/** Removes what only renders: Markdown, and line breaks. */
function toPlainText(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/[\s|]+(?:-{3,}[\s|]+)*/g, ' ')
    .trim();
}

function createSectionEntries({ path, title, section, body }: SitePage): SearchEntry[] {
  const $ = load(body);
  // Cards say what the pages say that they lead to.
  $('.contents, .sidebar, .cards, .turn, .anchor, .signature, .matrix, button').remove();
  // Programs have the words of everything; declarations of the client are what is searched for.
  if (section !== 'client') $('pre').remove();
  const entries: { name: string; page: string; href: string; text: string }[] = [
    { name: title, page: section ? SECTIONS[section].name : 'LDDPay', href: path, text: '' },
  ];
  // A heading without an anchor belongs to the section around it.
  for (const element of $('main').find(`${HEADINGS}, h4, p, li, td, pre`).toArray()) {
    const text = $(element).text().trim();
    const id = $(element).is(HEADINGS) ? $(element).attr('id') : undefined;
    const last = entries.at(-1);
    // The id of a member contains the name of its class: `Client.capturePayment`.
    if (id) {
      entries.push({
        name: $(element).is('h4') ? id : text,
        page: title,
        href: `${path}#${id}`,
        text: '',
      });
    } else if (last) last.text += `${text} `;
  }
  return entries;
}

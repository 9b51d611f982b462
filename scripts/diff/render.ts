import colors from 'picocolors';
import type { Impact } from './compare-descriptions.js';
import type { RatedChange } from './impact.js';

/** What two revisions of the description differ in, and what that calls for. */
export interface Verdict {
  readonly base: string;
  readonly versions: { readonly base: string; readonly revision: string };
  readonly required: string;
  readonly raised: boolean;
  readonly changes: readonly RatedChange[];
}

const IMPACTS: readonly Impact[] = ['major', 'minor', 'patch'];
const HEADINGS: Record<Impact, string> = {
  major: 'Breaks callers',
  minor: 'Adds to what callers can use',
  patch: 'Changes nothing for callers',
};
const PAINT: Record<Impact, (text: string) => string> = {
  major: colors.red,
  minor: colors.green,
  patch: colors.dim,
};

/** For a terminal. */
export function renderText(verdict: Verdict): string {
  const sections = byImpact(verdict, (impact) => [
    colors.bold(HEADINGS[impact]),
    ...linesOf(verdict, impact).map((line) => PAINT[impact](`  ${line}`)),
  ]);
  const judgement = verdict.raised ? colors.green(judgementOf(verdict)) : colors.red(judgementOf(verdict));
  return [...sections, judgement].join('\n');
}

/** For a comment on a change. */
export function renderMarkdown(verdict: Verdict): string {
  const sections = byImpact(verdict, (impact) => [
    `**${HEADINGS[impact]}**`,
    '',
    ...linesOf(verdict, impact).map((line) => `- ${line}`),
    '',
  ]);
  return ['### The API description', '', ...sections, judgementOf(verdict), ''].join('\n');
}

/** For CHANGELOG.md: what callers will notice. */
export function renderChangelog(verdict: Verdict): string {
  const notable = verdict.changes.filter(({ impact }) => impact !== 'patch').map(describe);
  const lines = notable.length > 0 ? notable : ['Wording and examples alone.'];
  return [`### Description ${verdict.required}`, '', ...lines.map((line) => `- ${line}`), ''].join('\n');
}

function byImpact(verdict: Verdict, render: (impact: Impact) => string[]): string[] {
  return IMPACTS.filter((impact) => linesOf(verdict, impact).length > 0).flatMap(render);
}

function linesOf({ changes }: Verdict, impact: Impact): string[] {
  return changes.filter((change) => change.impact === impact).map(describe);
}

function judgementOf({ base, versions, required, raised, changes }: Verdict): string {
  if (changes.length === 0) return `The description is as it was at ${base}.`;
  const was = `info.version was ${versions.base} at ${base}`;
  return raised
    ? `${was} and is ${versions.revision}, which fits.`
    : `${was} and is ${versions.revision}: raise it to ${required}.`;
}

/** A change in one line: where, what, from what to what, and why it matters. */
export function describe(change: RatedChange): string {
  const { kind, property, base, revision, reason, verdicts } = change;
  const place = placeOf(revision?.pointer ?? base?.pointer ?? change.path, property);
  // Redocly's verdicts have the values in them.
  const values = verdicts.length > 0 ? '' : ` ${short(base?.value)} → ${short(revision?.value)}`;
  const what = property === undefined ? kind : `${property}${values}`;
  return `\`${place}\` ${what}${reason ? `: ${reason}` : ''}`;
}

/** A pointer as people name the place: an operation and what of it, or a component and its property. */
function placeOf(pointer: string, property: string | undefined): string {
  const segments = pointer
    .replace(/^#\//, '')
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (property !== undefined && segments.at(-1) === property) segments.pop();
  const [root, first = '', second = '', ...rest] = segments;
  if (root === 'paths') return [second.toUpperCase(), first, ...rest].filter(Boolean).join(' ');
  if (root !== 'components') return segments.join(' ');
  return [second, ...rest.filter((segment) => segment !== 'properties' && segment !== 'schema')].join('.');
}

function short(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

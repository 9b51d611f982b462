import { colors } from '../lib/colors.js';
import { parsePointer } from '../lib/json-pointer.js';
import type { Impact } from './compare-descriptions.js';
import type { RatedChange } from './impact.js';

/** The differences between two revisions of the description, and the version that they require. */
export interface DiffReport {
  /** The git revision that the description is compared with. */
  readonly base: string;
  readonly versions: { readonly base: string; readonly revision: string };
  /** The lowest version that the changes require. */
  readonly required: string;
  /** The version is at least the required one. */
  readonly raised: boolean;
  readonly changes: readonly RatedChange[];
}

type Group = Impact | 'documentation';

const GROUPS: readonly Group[] = ['major', 'minor', 'patch', 'documentation'];
const HEADINGS: Record<Group, string> = {
  major: 'Breaking changes',
  minor: 'Additions',
  patch: 'Changes that callers do not notice',
  documentation: 'Documentation',
};
const COLORS: Record<Group, (text: string) => string> = {
  major: colors.red,
  minor: colors.green,
  patch: colors.dim,
  documentation: colors.dim,
};

/** Renders a report for a terminal. */
export function renderText(report: DiffReport): string {
  const sections = renderSections(report, (group) => [
    colors.bold(HEADINGS[group]),
    ...listLines(report, group).map((line) => COLORS[group](`  ${line}`)),
  ]);
  const summary = summarize(report);
  return [...sections, report.raised ? colors.green(summary) : colors.red(summary)].join('\n');
}

/** Renders a report for a comment on a pull request. */
export function renderMarkdown(report: DiffReport): string {
  const sections = renderSections(report, (group) => [
    `**${HEADINGS[group]}**`,
    '',
    ...listLines(report, group).map((line) => `- ${line}`),
    '',
  ]);
  return ['### The API description', '', ...sections, summarize(report), ''].join('\n');
}

/** Renders the entry for CHANGELOG.md, which lists the changes that callers notice. */
export function renderChangelog(report: DiffReport): string {
  const notable = report.changes.filter(({ impact }) => impact !== 'patch').map(describeChange);
  const isText = report.changes.every(({ isDocumentation }) => isDocumentation);
  const rest = isText ? 'Only wording and examples.' : 'Only changes that callers do not notice.';
  const lines = notable.length > 0 ? notable : [rest];
  return [`### Description ${report.required}`, '', ...lines.map((line) => `- ${line}`), ''].join('\n');
}

function renderSections(report: DiffReport, render: (group: Group) => string[]): string[] {
  return GROUPS.filter((group) => listLines(report, group).length > 0).flatMap(render);
}

function listLines({ changes }: DiffReport, group: Group): string[] {
  return changes
    .filter((change) => (change.isDocumentation ? 'documentation' : change.impact) === group)
    .map(describeChange);
}

function summarize({ base, versions, required, raised, changes }: DiffReport): string {
  if (changes.length === 0) return `The description is the same as at ${base}.`;
  const was = `info.version was ${versions.base} at ${base}`;
  return raised
    ? `${was} and is ${versions.revision}, which is high enough.`
    : `${was} and is ${versions.revision}: raise it to ${required}.`;
}

/** Describes a change in one line: its place, its kind, the values before and after, and the reason. */
export function describeChange(change: RatedChange): string {
  const { kind, property, base, revision, reason, verdicts } = change;
  const place = namePlace(revision?.pointer ?? base?.pointer ?? change.path, property);
  // The verdicts of Redocly contain the values.
  const values = verdicts.length > 0 ? '' : ` ${abbreviate(base?.value)} → ${abbreviate(revision?.value)}`;
  const what = property === undefined ? kind : `${property}${values}`;
  return `\`${place}\` ${what}${reason ? `: ${reason}` : ''}`;
}

/** Names the place of a JSON pointer: an operation and its part, or a component and its property. */
function namePlace(pointer: string, property: string | undefined): string {
  const segments = parsePointer(pointer);
  if (property !== undefined && segments.at(-1) === property) segments.pop();
  const [root, first = '', second = '', ...rest] = segments;
  if (root === 'types') return `type of ${segments.slice(1).join('.')}`;
  if (root === 'paths') return [second.toUpperCase(), first, ...rest].filter(Boolean).join(' ');
  if (root !== 'components') return segments.join(' ');
  return [second, ...rest.filter((segment) => segment !== 'properties' && segment !== 'schema')].join('.');
}

function abbreviate(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

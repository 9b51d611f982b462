/**
 * Reads the notes of a version from a changelog: all that stands below its heading, `## 1.2.3` or
 * `## 1.2.3 (2026-12-01)`, up to the heading of another version.
 *
 * @returns The notes in Markdown, without the heading.
 * @throws Error when the changelog has no such heading, or nothing below it.
 */
export function readReleaseNotes(changelog: string, version: string): string {
  for (const section of changelog.split(/^## /m).slice(1)) {
    const [heading = '', ...lines] = section.split('\n');
    const notes = lines.join('\n').trim();
    if (heading.split(' ')[0] === version && notes !== '') return notes;
  }
  throw new Error(`CHANGELOG.md has no notes for ${version}. Add them below a heading \`## ${version}\`.`);
}

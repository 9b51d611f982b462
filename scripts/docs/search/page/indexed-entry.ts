/** What the search finds, as the index contains it. */
export interface IndexedEntry {
  readonly name: string;
  /** Another name, such as the operation ID. */
  readonly alias?: string;
  /** The name of the page, to show below the result. */
  readonly page: string;
  /** The path from the root of the site. */
  readonly href: string;
  readonly text: string;
  /** The values of an enum, and error codes about a field. */
  readonly values?: readonly string[];
  /** What people search for when they mean this entry. */
  readonly phrases?: readonly string[];
  /** The answer in a sentence or two, to show in place of a part of the text. */
  readonly note?: string;
}

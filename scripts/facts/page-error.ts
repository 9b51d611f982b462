/** The page is not the documentation, or says something that cannot be read; the message names what. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

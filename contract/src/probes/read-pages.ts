/** The pages of a list, as the client reads them. */
interface Paged {
  pages(): AsyncIterable<unknown>;
}

/** Reads the pages of a list, at most this many. */
export async function readPages(list: Paged, most: number): Promise<void> {
  let read = 0;
  for await (const _ of list.pages()) {
    read += 1;
    if (read >= most) return;
  }
}

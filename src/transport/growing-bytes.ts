/** Bytes that arrive in chunks. */
export interface GrowingBytes {
  /** Adds a chunk. Returns how many bytes there are then. */
  push(chunk: Uint8Array): number;
  /** Returns all bytes so far. */
  read(): Uint8Array;
}

/**
 * Collects bytes. Chunks are copied together: one that is kept takes some hundred bytes, however short it is, and keeps
 * all that its socket read at once.
 */
export function collectBytes(): GrowingBytes {
  let block: Uint8Array = new Uint8Array();
  let length = 0;
  // The first two chunks get no room for more, since most bodies have no others.
  let room = 0;
  return {
    push(chunk) {
      const start = length;
      length += chunk.length;
      // A single chunk needs no copy. It is not written to, since it is full.
      if (!start) block = chunk;
      if (length > block.length) {
        const larger = new Uint8Array(length + room);
        larger.set(block);
        block = larger;
        room = length;
      }
      if (start) block.set(chunk, start);
      return length;
    },
    read: () => block.subarray(0, length),
  };
}

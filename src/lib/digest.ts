/** The first 128 bits of the SHA-256 of texts, in which ('a', 'bc') and ('ab', 'c') differ. */
export async function digest(texts: readonly string[]): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 16);
}

/** In bytes. */
export const KILOBYTE = 1024;
/** In bytes. */
export const MEGABYTE = 1024 * KILOBYTE;

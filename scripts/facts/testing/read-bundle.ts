import { fileURLToPath } from 'node:url';
import { readParsedFile } from '../model/read-file.js';

const BUNDLE_FILE = fileURLToPath(new URL('../../../generated/openapi.json', import.meta.url));

/** Reads the committed bundle of the description. */
export function readBundle(): Promise<unknown> {
  return readParsedFile(BUNDLE_FILE, JSON.parse);
}

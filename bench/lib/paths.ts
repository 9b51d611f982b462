import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the benchmark. */
export const HOME = fileURLToPath(new URL('../', import.meta.url));

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folder for files that only a run needs. */
export const WORK = join(HOME, '.work');

/** The tarball of the client, as it would be published. */
export const PACKED_CLIENT = join(WORK, 'lddpay.tgz');

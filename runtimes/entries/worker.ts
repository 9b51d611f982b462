import type { Settings } from '../suite/behaviour.js';
import { serverContext } from '../suite/contexts.js';
import { everywhere } from '../suite/index.js';
import { run } from '../suite/run.js';
import { serverOnly } from '../suite/server-only.js';

declare const SETTINGS: Settings;

// workerd allows requests in handlers alone; this one is called once by `workerd test`.
export default {
  test: () => run([...everywhere, ...serverOnly], serverContext(SETTINGS)),
};

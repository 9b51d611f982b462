import type { Settings } from '../suite/behaviour.js';
import { serverContext } from '../suite/contexts.js';
import { everywhere } from '../suite/everywhere.js';
import { runBehaviours } from '../suite/run-behaviours.js';
import { serverOnly } from '../suite/server-only.js';

declare const SETTINGS: Settings;

// workerd allows requests only in handlers; `workerd test` calls this one once.
export default {
  test: () => runBehaviours([...everywhere, ...serverOnly], serverContext(SETTINGS)),
};

import { serverContext } from '../suite/contexts.js';
import { everywhere } from '../suite/everywhere.js';
import type { Settings } from '../suite/lib/behaviour.js';
import { runBehaviours } from '../suite/run-behaviours.js';
import { serverOnly } from '../suite/server-only.js';

declare const SETTINGS: Settings;

await runBehaviours([...everywhere, ...serverOnly], serverContext(SETTINGS));

import type { Settings } from '../suite/behaviour.js';
import { serverContext } from '../suite/contexts.js';
import { everywhere } from '../suite/everywhere.js';
import { runBehaviours } from '../suite/run-behaviours.js';
import { serverOnly } from '../suite/server-only.js';

declare const SETTINGS: Settings;

await runBehaviours([...everywhere, ...serverOnly], serverContext(SETTINGS));

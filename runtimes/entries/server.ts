import type { Settings } from '../suite/behaviour.js';
import { serverContext } from '../suite/contexts.js';
import { everywhere } from '../suite/index.js';
import { run } from '../suite/run.js';
import { serverOnly } from '../suite/server-only.js';

declare const SETTINGS: Settings;

await run([...everywhere, ...serverOnly], serverContext(SETTINGS));

import { browserOnly } from '../suite/browser-only.js';
import { browserContext } from '../suite/contexts.js';
import { everywhere } from '../suite/everywhere.js';
import type { Settings } from '../suite/lib/behaviour.js';
import { runBehaviours } from '../suite/run-behaviours.js';

declare const SETTINGS: Settings;

await runBehaviours([...everywhere, ...browserOnly], browserContext(SETTINGS));
document.title = 'done';

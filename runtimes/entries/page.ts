import type { Settings } from '../suite/behaviour.js';
import { pageContext } from '../suite/contexts.js';
import { everywhere } from '../suite/index.js';
import { pageOnly } from '../suite/page-only.js';
import { run } from '../suite/run.js';

declare const SETTINGS: Settings;

await run([...everywhere, ...pageOnly], pageContext(SETTINGS));
document.title = 'done';

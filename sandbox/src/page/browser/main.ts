// The script of the page, bundled into `assets.generated.ts`. What comes from requests only becomes text: it creates
// elements and text nodes, and no markup. The policy of the page forbids markup from strings.
import { connectControls } from './controls.js';
import { connectFaultForm } from './fault-form.js';
import { followEvents } from './follow-events.js';

connectControls();
connectFaultForm();
followEvents();

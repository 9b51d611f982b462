import { testFaultEffects } from '../testing/fault-effects.js';
import { TRANSPORTS } from '../testing/transports.js';

TRANSPORTS.slice(1).forEach(testFaultEffects);

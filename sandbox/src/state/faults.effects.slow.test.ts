import { testFaultEffects } from '../testing/fault-effects.js';
import { TRANSPORTS } from '../testing/transports.js';

testFaultEffects(TRANSPORTS.slice(1));

import { testBodies } from '../testing/key-guard-bodies.js';

testBodies(5_000);

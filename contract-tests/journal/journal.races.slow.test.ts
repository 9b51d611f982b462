import { testRaces, writes } from './testing/races-of-writes.js';

testRaces(writes.slice(1));

import { testRaces, writes } from './testing/races-of-writes.js';

writes.slice(1).forEach(testRaces);

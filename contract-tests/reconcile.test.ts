import { testLostWrites } from './testing/lost-writes.js';

// The sibling of slow tests has the other transport.
testLostWrites('the global fetch', {});

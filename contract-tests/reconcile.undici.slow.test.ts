import { undiciTransport } from 'lddpay/undici';
import { testLostWrites } from './testing/lost-writes.js';

testLostWrites('undici', { fetch: undiciTransport() });

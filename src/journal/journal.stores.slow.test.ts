import { redisInstalled } from '../testing/redis.js';
import { STORE_KINDS } from '../testing/redis-store.js';
import { describeStore } from '../testing/store-contract.js';
import { startFolder, startRedisStore } from '../testing/store-servers.js';

const MISSING = 'skipped without redis-server: apt-get install redis-server';

for (const kind of STORE_KINDS) {
  describeStore(`a folder (${kind})`, () => startFolder(kind));
  describeStore(`Redis (${kind})`, () => startRedisStore(kind), redisInstalled ? undefined : MISSING);
}

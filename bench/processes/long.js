import { connect } from '../contenders/lddpay-undici.js';
import { make, time } from './measure.js';

// Measures calls after some others and the last of many, in one process, and tells the parent.

const SLICES = 10;

const { url, inFlight, before, window, calls } = JSON.parse(process.argv[2]);
const { create } = connect(url);

await make(create, before, inFlight);
const early = await measured();
await make(create, calls - before - 2 * window, inFlight);
const late = await measured();
process.send({ early, late }, () => process.exit());

/** The median of slices: a moment in which the machine was busy with something else does not count. */
async function measured() {
  const slices = [];
  for (let slice = 0; slice < SLICES; slice += 1) {
    slices.push(await time(create, window / SLICES, inFlight));
  }
  globalThis.gc();
  const { heapUsed } = process.memoryUsage();
  return {
    wall: median(slices.map(({ wall }) => wall)),
    cpu: median(slices.map(({ cpu }) => cpu)),
    heap: heapUsed,
  };
}

function median(figures) {
  return figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];
}

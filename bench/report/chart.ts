import { CONTENDERS, type Contender, contenders, measuredOperations } from '../lib/contenders.js';
import { IN_FLIGHT } from '../lib/plan.js';
import type { CallFigures } from './call-figures.js';
import type { Results } from './results.js';

/** The clients in the chart: it would be crowded with both ways to call our client. The tables have all of them. */
const CHARTED: readonly Contender[] = contenders.filter(
  (contender) => !contender.startsWith('lddpay-openapi-fetch'),
);

/** So narrow that its text has 11 px on a phone. */
const WIDTH = 400;
const BARS = WIDTH - 44;
const HEAD = 72;
const FOOT = 62;
const ROW = 52;
const BAR = 13;

const STYLE = `text { font: 14px system-ui, sans-serif; fill: #17212b; }
.title { font-weight: 650; }
.quiet { fill: #52606d; }
.wall { fill: #8fa3b0; }
.cpu { fill: #c9d3d9; }
.ours .wall { fill: #0f6469; }
.ours .cpu { fill: #8cc3c4; }
.spread { stroke: #17212b; stroke-width: 1; }
@media (prefers-color-scheme: dark) {
  text { fill: #e4eaee; }
  .quiet { fill: #a3b1bb; }
  .wall { fill: #6d808d; }
  .cpu { fill: #3d4c57; }
  .ours .wall { fill: #6fd0cf; }
  .ours .cpu { fill: #2d7376; }
  .spread { stroke: #e4eaee; }
}`;

/** Renders the time of a call of each client as an SVG that is readable on light and dark backgrounds. */
export function renderChart(
  calls: readonly CallFigures[],
  { machine, versions, plan, date }: Results,
): string {
  const shown = calls.filter(
    ({ contender, inFlight }) => inFlight === IN_FLIGHT && CHARTED.includes(contender),
  );
  const longest = Math.max(...shown.flatMap(({ wall, cpu }) => [wall.upper, cpu.median]));
  const [create = [], get = []] = measuredOperations.map((operation) =>
    shown.filter((one) => one.operation === operation),
  );
  const middle = computeHeight(create);
  const height = middle + computeHeight(get) + FOOT;
  const run = plan.quick ? 'a quick run, not to be relied on' : `${plan.rounds} rounds`;
  const origin = [
    `lddpay ${versions['lddpay']}, Node.js ${machine.node}`,
    machine.processor,
    `${date.slice(0, 10)}, ${run}`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>Microseconds per call, ${IN_FLIGHT} in flight</title>
<style>${STYLE}</style>
${renderPanel('Create a payment', create, 0, longest)}
${renderPanel('Get a payment', get, middle, longest)}
${origin.map((line, index) => `<text class="quiet" x="0" y="${height - FOOT + 20 + index * 18}">${line}</text>`).join('\n')}
</svg>
`;
}

function computeHeight(rows: readonly CallFigures[]): number {
  return HEAD + rows.length * ROW;
}

function renderPanel(title: string, rows: readonly CallFigures[], top: number, longest: number): string {
  return `<g transform="translate(0 ${top})">
<text class="title" x="0" y="20">${title}</text>
<text class="quiet" x="0" y="40">µs per call, ${IN_FLIGHT} in flight:</text>
<text class="quiet" x="0" y="58">on the clock, and below it on the processor</text>
${rows.map((row, index) => renderRow(row, HEAD + index * ROW, longest)).join('\n')}
</g>`;
}

function renderRow({ contender, wall, cpu }: CallFigures, y: number, longest: number): string {
  const width = (us: number) => Math.round((us / longest) * BARS);
  const bar = y + 18;
  const middle = bar + BAR / 2;
  const [lower, upper] = [width(wall.lower), width(wall.upper)];
  return `<g${contender.startsWith('lddpay') ? ' class="ours"' : ''}>
<text x="0" y="${y + 13}">${CONTENDERS[contender]}</text>
<rect class="wall" x="0" y="${bar}" width="${width(wall.median)}" height="${BAR}"/>
<line class="spread" x1="${lower}" x2="${upper}" y1="${middle}" y2="${middle}"/>
<text class="quiet" x="${upper + 6}" y="${bar + BAR - 1}">${wall.median.toFixed(0)}</text>
<rect class="cpu" x="0" y="${bar + BAR + 2}" width="${width(cpu.median)}" height="${BAR}"/>
<text class="quiet" x="${width(cpu.median) + 6}" y="${bar + 2 * BAR + 1}">${cpu.median.toFixed(0)}</text>
</g>`;
}

import { groupBy } from '../../lib/group-by.js';
import { layoutGraph } from './layout-graph.js';
import type { Transition } from './payment-transitions.js';
import { type Picture, stackPanels } from './svg-picture.js';

const START = 'start';

/** The parts of the picture, since all of it would be too wide for a phone. */
const PANELS = [
  {
    heading: 'How a payment begins',
    rankdir: 'LR',
    shows: ({ of, from = '' }: Transition) =>
      of === 'payment' && ['', 'Pending', 'Retry Scheduled'].includes(from),
  },
  {
    heading: 'Once it is authorized',
    rankdir: 'TB',
    shows: ({ of, from = '' }: Transition) =>
      of === 'payment' && !['', 'Pending', 'Retry Scheduled'].includes(from),
  },
  { heading: 'A payout', rankdir: 'LR', shows: ({ of }: Transition) => of === 'payout' },
] as const;

/** Draws the statuses of payments, and what leads from one to the other. */
export async function drawPaymentStates(transitions: readonly Transition[]): Promise<Picture> {
  const panels = await Promise.all(
    PANELS.map(async ({ heading, rankdir, shows }) => ({
      heading,
      ...(await drawTransitions(transitions.filter(shows), rankdir)),
    })),
  );
  return {
    ...stackPanels(panels),
    title: 'The statuses of a payment, and what changes them',
    description: joinTransitions(transitions)
      .map(({ of, from, by, to }) => `${from ?? `A new ${of}`} becomes ${to} by ${by.join(', ')}.`)
      .join(' '),
  };
}

/** Renders the transitions as a table in Markdown. */
export function renderTransitions(transitions: readonly Transition[]): string {
  const rows = joinTransitions(transitions).map(({ of, from, by, to }) => {
    const causes = by.map((cause) => (/^[a-z]+[A-Z]/.test(cause) ? `\`${cause}\`` : cause));
    return `| ${from ?? `a new ${of}`} | ${to} | ${causes.join(', ')} |`;
  });
  return ['| from | to | by |', '| --- | --- | --- |', ...rows].join('\n');
}

function drawTransitions(transitions: readonly Transition[], rankdir: 'LR' | 'TB') {
  const isStart = ({ from }: Transition) => from === undefined;
  const statuses = [...new Set(transitions.flatMap(({ from, to }) => (from ? [from, to] : [to])))];
  const start = { name: START, attributes: { shape: 'circle', label: '', width: 0.15, height: 0.15 } };
  return layoutGraph({
    directed: true,
    graphAttributes: { rankdir },
    nodes: [
      ...(transitions.some(isStart) ? [start] : []),
      ...statuses.map((name) => ({ name, attributes: { label: name.replace(' ', '\n') } })),
    ],
    edges: joinTransitions(transitions).map(({ from, by, to }) => ({
      tail: from ?? START,
      head: to,
      attributes: from ? { label: by.map(shorten).join('\n') } : {},
    })),
  });
}

/** Joins the transitions between the same two statuses. */
function joinTransitions(transitions: readonly Transition[]) {
  const groups = groupBy(transitions, ({ of, from, to }) => `${of} ${from} ${to}`);
  return [...groups.values()].map((group) => ({
    ...(group[0] as Transition),
    by: group.map(({ by }) => by),
  }));
}

/** Shortens the name of an operation to its verb. */
function shorten(by: string): string {
  return (/^[a-z]+(?=[A-Z])/.exec(by)?.[0] ?? by).replace('the ', '');
}

import type { Mutant, MutantResult } from './mutant.js';

/** Checks mutants one after another, and reports each result as it comes. */
export type CheckMutants<M extends Mutant> = (
  mutants: readonly M[],
  report: (result: MutantResult) => void,
) => Promise<void>;

/** How much CPU time the checks of one mutant may take, in ms. A loop that never ends is noticed by it. */
const CPU_LIMIT = 120_000;

const INTERVAL = 500;

/** Serves the checks of a worker: receives batches from the process that started it, and sends results. */
export function serveChecks<M extends Mutant>(check: CheckMutants<M>): void {
  const send = (message: object, onSent = () => {}) => process.send?.(message, onSent);
  let left: M[] = [];
  let started = process.cpuUsage();
  let checked: Promise<unknown> = Promise.resolve();
  const readCpu = () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  const report = (result: MutantResult) => {
    left = left.filter(({ name }) => name !== result.name);
    send({ ...result, cpu: readCpu() });
    started = process.cpuUsage();
  };

  process.on('disconnect', () => process.exit());
  process.on('message', (batch: readonly M[]) => {
    // The last result of a batch is sent before its change is undone.
    checked = checked
      .then(() => {
        left = [...batch];
        started = process.cpuUsage();
        return check(batch, report);
      })
      .catch((error: unknown) => send({ error: String(error instanceof Error ? error.stack : error) }));
  });
  setInterval(() => {
    const [current] = left;
    if (current === undefined || readCpu() < CPU_LIMIT) return;
    const { name, mutator } = current;
    const detail = `took more than ${CPU_LIMIT / 1000} s of CPU`;
    send({ name, mutator, killedBy: 'CPU time', detail, cpu: readCpu() }, () => process.exit());
  }, INTERVAL);
  send({});
}

import type { Progress } from '../../scripts/lib/progress.js';
import { ServerProcess } from '../processes/server-process.js';
import { Load } from './load.js';

/** The time of a create and a capture together in each round, in ms. */
export interface ServerTimes {
  readonly wall: number[];
  /** Processor time of the server alone. */
  readonly cpu: number[];
}

/** The times of both servers. */
export interface ComparedTimes {
  readonly sandbox: ServerTimes;
  readonly prism: ServerTimes;
}

/** How many times the pairs of a round are created to warm up. */
const WARM_UP = 4;

/** Prism is started by a script of this project, which is TypeScript. */
const WITH_SOURCES = ['--import', 'tsx'];

/** Sends the same requests to the sandbox and to Prism, round by round in turns, so that both have the same neighbours. */
export async function compareServers(
  inFlight: number,
  rounds: number,
  pairs: number,
  progress: Progress,
): Promise<ComparedTimes> {
  const sandbox = new TimedServer(await ServerProcess.start('sandbox-server.js'), inFlight);
  const prism = new TimedServer(await ServerProcess.start('prism-server.js', WITH_SOURCES), inFlight);
  for (const server of [sandbox, prism]) await server.warmUp(pairs);
  for (let round = 1; round <= rounds; round += 1) {
    await sandbox.runRound(pairs);
    await prism.runRound(pairs);
    progress(`${inFlight} in flight: round ${round} of ${rounds}`);
  }
  return { sandbox: await sandbox.finish(), prism: await prism.finish() };
}

class TimedServer {
  readonly #server: ServerProcess;
  readonly #load: Load;
  readonly #times: ServerTimes = { wall: [], cpu: [] };

  constructor(server: ServerProcess, inFlight: number) {
    this.#server = server;
    this.#load = new Load(server.url, inFlight);
  }

  /** Runs rounds that are not counted, until all code is compiled. */
  warmUp(pairs: number): Promise<void> {
    return this.#load.run(pairs * WARM_UP);
  }

  async runRound(pairs: number): Promise<void> {
    const before = await this.#server.measureUsage('cpu');
    const started = performance.now();
    await this.#load.run(pairs);
    this.#times.wall.push((performance.now() - started) / pairs);
    const after = await this.#server.measureUsage('cpu');
    this.#times.cpu.push((after.cpuMs - before.cpuMs) / pairs);
  }

  /** Stops the server and returns its times. */
  async finish(): Promise<ServerTimes> {
    await this.#load.close();
    this.#server.stop();
    return this.#times;
  }
}

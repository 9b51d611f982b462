import { ServerProcess } from '../processes/server-process.js';
import { Load } from './load.js';

/** What a create and a capture took in each round, in milliseconds. */
export interface Times {
  readonly wall: number[];
  /** On the processor, in the server alone. */
  readonly cpu: number[];
}

const WARM_UP = 4;

export interface Race {
  readonly inFlight: number;
  readonly sandbox: Times;
  readonly prism: Times;
}

/** Prism is started by a script of this project, which is TypeScript. */
const WITH_SOURCES = ['--import', 'tsx'];

/** Lets the sandbox and Prism answer the same requests in turns, so that both have the same neighbours. */
export async function race(
  inFlight: number,
  rounds: number,
  pairs: number,
  progress: (text: string) => void,
): Promise<Race> {
  const sandbox = new Runner(await ServerProcess.start('sandbox-server.js'), inFlight);
  const prism = new Runner(await ServerProcess.start('prism-server.js', WITH_SOURCES), inFlight);
  for (const runner of [sandbox, prism]) await runner.warmUp(pairs);
  for (let round = 1; round <= rounds; round += 1) {
    await sandbox.round(pairs);
    await prism.round(pairs);
    progress(`${inFlight} in flight: round ${round} of ${rounds}`);
  }
  return { inFlight, sandbox: sandbox.finish(), prism: prism.finish() };
}

class Runner {
  readonly #server: ServerProcess;
  readonly #load: Load;
  readonly #times: Times = { wall: [], cpu: [] };

  constructor(server: ServerProcess, inFlight: number) {
    this.#server = server;
    this.#load = new Load(server.url, inFlight);
  }

  /** Rounds that are not counted, until the code is compiled for good. */
  warmUp(pairs: number): Promise<void> {
    return this.#load.run(pairs * WARM_UP);
  }

  async round(pairs: number): Promise<void> {
    const before = await this.#server.usage('cpu');
    const started = performance.now();
    await this.#load.run(pairs);
    this.#times.wall.push((performance.now() - started) / pairs);
    const after = await this.#server.usage('cpu');
    this.#times.cpu.push((after.cpuMs - before.cpuMs) / pairs);
  }

  finish(): Times {
    this.#load.close();
    this.#server.stop();
    return this.#times;
  }
}

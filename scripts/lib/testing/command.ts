import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readNoArguments, runCommand } from '../command.js';
import { createTemporaryFolder, ownProcess } from '../interruption.js';

/** A command that ends as the variable ENDS says. */
await runCommand({
  usage: 'Usage: command\n',
  read: readNoArguments,
  failureStatus: 3,
  async run() {
    if (process.env['ENDS'] === 'signal') {
      const { path } = createTemporaryFolder('lddpay-command-');
      // A shell that starts the process that counts, as npm does.
      const child = spawn('sh', ['-c', 'sleep 60 & echo $!; wait'], { stdio: ['ignore', 'pipe', 'inherit'] });
      ownProcess(child);
      const [pid] = await once(child.stdout, 'data');
      process.stdout.write(`${JSON.stringify({ path, pid: Number(pid) })}\n`);
      await once(child, 'exit');
      throw new Error('The process that it owns ended.');
    }
    process.stdout.write('done\n');
    if (process.env['ENDS'] === 'error') throw new Error('The file cannot be read.');
    if (process.env['ENDS'] === 'bug') throw new TypeError('undefined is not a function');
    return Number(process.env['ENDS']);
  },
});

import { readNoArguments, runCommand } from '../command.js';

/** A command that ends as the variable ENDS says. */
await runCommand({
  usage: 'Usage: command\n',
  read: readNoArguments,
  failureStatus: 3,
  async run() {
    process.stdout.write('done\n');
    if (process.env['ENDS'] === 'error') throw new Error('The file cannot be read.');
    if (process.env['ENDS'] === 'bug') throw new TypeError('undefined is not a function');
    return Number(process.env['ENDS']);
  },
});

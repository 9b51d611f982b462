import { serveChecks } from '../serve-checks.js';

// A worker that does what the names of its mutants say.

const [root = ''] = process.argv.slice(2);

serveChecks(async (mutants, report) => {
  for (const { name, mutator } of mutants) {
    if (name.startsWith('exit')) process.exit();
    if (name.startsWith('wait')) await new Promise(() => {});
    if (name.startsWith('throw')) throw new Error(name);
    report({ name, mutator, killedBy: name.startsWith('kill') ? 'a check' : undefined, detail: root });
  }
});

// Measures how long a new process takes to load packages, in milliseconds, and reports it to the parent process.

const names = process.argv.slice(2);
const started = performance.now();
for (const name of names) await import(name);
process.send(performance.now() - started, () => process.exit());

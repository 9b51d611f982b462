// Measures how long a fresh process takes to load packages, in milliseconds, and tells the parent.

const names = process.argv.slice(2);
const started = performance.now();
for (const name of names) await import(name);
process.send(performance.now() - started, () => process.exit());

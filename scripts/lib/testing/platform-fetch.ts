// Makes Node load its own copy of undici first. The first copy that loads serves the global `fetch`, and some
// packages that tests use bring another one, which behaves in other ways.
new Headers();

/** The style sheet of the page. Colours have a contrast of 4.5 or more on their background. */
export const STYLE = /* css */ `
:root {
  color-scheme: light dark;
  --text: #1c2330; --muted: #566076; --back: #f6f7f9; --card: #fff; --line: #d5dae3;
  --accent: #1d4ed8; --on-accent: #fff; --good: #17693a; --odd: #8a4b00; --bad: #b3212b;
  font: 1rem/1.5 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e7eaf0; --muted: #a3adbf; --back: #12151b; --card: #1b2029; --line: #363e4c;
    --accent: #8fb4ff; --on-accent: #0c1a38; --good: #6fd39b; --odd: #f2b35e; --bad: #ff9097;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--back); color: var(--text); }
header, main { max-width: 90rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding-bottom: 0; }
header p { margin: 0; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
h3 { font-size: .9375rem; margin: 1rem 0 .25rem; }
h2:focus { outline: none; }
html { scroll-padding: 5rem 0; }
nav { position: sticky; top: 0; z-index: 1; background: var(--back); }
nav p { display: flex; flex-wrap: wrap; gap: 0 1rem; max-width: 90rem; margin: 0 auto; padding: .25rem 1rem; }
a { color: var(--accent); padding: .25rem 0; }
main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
.warning { border-left: .25rem solid var(--odd); padding-left: .75rem; }
.count, .hint { color: var(--muted); font-weight: normal; font-size: .875rem; }
.hint { margin: .25rem 0; }
form .hint { flex-basis: 100%; margin: 0; min-height: 1.5rem; }
.empty { margin: .5rem 0 0; color: var(--muted); }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
button, select, input { font: inherit; color: inherit; min-height: 2.25rem; padding: .25rem .75rem; border-radius: .375rem;
  border: 1px solid var(--muted); background: var(--card); max-width: 100%; }
button { cursor: pointer; border-color: var(--accent); color: var(--accent); }
button:hover { background: var(--accent); color: var(--on-accent); }
button[aria-disabled=true] { cursor: default; background: none; border-color: var(--line); color: var(--muted); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label { display: grid; font-size: .875rem; color: var(--muted); }
label > * { font-size: 1rem; color: var(--text); }
input { width: 7rem; }
table { width: 100%; margin-top: .75rem; border-collapse: collapse; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--line);
  overflow-wrap: break-word; }
th { color: var(--muted); font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.code, .text { overflow-wrap: anywhere; }
td time, .code { font-family: ui-monospace, monospace; font-size: .8125rem; }
.good { color: var(--good); } .odd { color: var(--odd); } .bad { color: var(--bad); }
td button { min-height: 1.75rem; padding: 0 .5rem; margin: 0 .25rem .25rem 0; }
footer { position: sticky; bottom: 0; background: var(--card); }
footer p { margin: 0; padding: .5rem 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
footer p:empty { display: none; }
@media (min-width: 64rem) {
  main { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .wide { grid-column: 1 / -1; }
}
@media (min-width: 80rem) {
  td time, .number { white-space: nowrap; }
}
@media (max-width: 64rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  td { position: relative; border: 0; padding: .1rem 0 .1rem 7.5rem; text-align: left; }
  td::before { content: attr(data-label); position: absolute; left: 0; color: var(--muted); }
  td.number { text-align: left; }
  td:empty { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  tr.new { animation: arrive 1.5s; }
  @keyframes arrive { from { background: color-mix(in srgb, var(--accent) 25%, transparent); } }
}
`;

/** Colours keep a contrast of at least 4.5 in both schemes; nothing is said by colour alone. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --surface: #ffffff; --ink: #1d2125; --quiet: #565d66; --line: #dcd9d1; --hover: #f3f1ea;
  --link: #0b57a4; --fatal: #7a1146; --error: #a4161a; --warning: #8a4b00; --info: #3d5166; --good: #1d6b34;
  --alarm-ground: #fdf0ee; --notice-ground: #fdf6e8; --good-ground: #eff7f0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a; --surface: #1b1f23; --ink: #e6e8ea; --quiet: #a5adb6; --line: #353b42; --hover: #23282d;
    --link: #8cc0f5; --fatal: #f39ac2; --error: #ff9d96; --warning: #f0b866; --info: #a9c1d9; --good: #8fd3a1;
    --alarm-ground: #33201f; --notice-ground: #30291b; --good-ground: #1c2b20;
  }
}
* { box-sizing: border-box; }
html { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--surface); border: 1px solid var(--line); z-index: 2; }
.skip:focus { top: 1rem; }
.page { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 0 3.5rem; max-width: 96rem; margin: 0 auto; padding: 0 2.5rem 6rem; }
header { grid-column: 1 / -1; padding: 3.5rem 0 2rem; }
header p { margin: 0; color: var(--quiet); }
h1 { font-size: 2.1rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; margin: 0.25rem 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.4rem; line-height: 1.3; font-weight: 640; letter-spacing: -0.01em; margin: 0 0 0.75rem; }
h3 { font-size: 1.05rem; font-weight: 640; margin: 2rem 0 0.5rem; overflow-wrap: anywhere; }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 1.25rem 0; font-size: 0.92rem; }
nav ul { list-style: none; margin: 0; padding: 0; border-left: 2px solid var(--line); }
nav a { display: flex; justify-content: space-between; gap: 0.75rem; padding: 0.3rem 0 0.3rem 0.9rem; color: var(--ink); text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav .number { color: var(--quiet); }
main:focus { outline: none; }
section { padding: 1.25rem 0 2.25rem; border-top: 1px solid var(--line); }
section:first-child { border-top: 0; }
p { margin: 0 0 0.9rem; max-width: 46rem; }
.lead, .quiet { color: var(--quiet); }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
code, .path { font: 0.86em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.statements { list-style: none; margin: 0 0 1.5rem; padding: 0; display: grid; gap: 0.5rem; }
.statements > li { display: flex; gap: 0.75rem; padding: 0.6rem 0.9rem; border: 1px solid var(--line); border-left-width: 4px; border-radius: 4px; background: var(--surface); overflow-wrap: anywhere; }
.statements .sign { flex: none; width: 4.6rem; font-weight: 640; font-size: 0.88rem; line-height: 1.76; }
.statements > .good { border-left-color: var(--good); background: var(--good-ground); }
.statements > .notice { border-left-color: var(--warning); background: var(--notice-ground); }
.statements > .alarm { border-left-color: var(--error); background: var(--alarm-ground); }
.good .sign { color: var(--good); } .notice .sign { color: var(--warning); } .alarm .sign { color: var(--error); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.75rem; margin: 0 0 1.5rem; }
.figures div { background: var(--surface); border: 1px solid var(--line); border-radius: 4px; padding: 0.8rem 0.9rem; }
.figures dt { font-size: 0.85rem; color: var(--quiet); }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 620; font-variant-numeric: tabular-nums; line-height: 1.3; }
.scroll { overflow-x: auto; margin: 0 0 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 4px; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
caption { text-align: left; padding: 0.75rem 0.9rem 0.5rem; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.9rem; border-top: 1px solid var(--line); }
thead th { font-size: 0.82rem; font-weight: 600; color: var(--quiet); white-space: nowrap; }
tbody th { font-weight: 500; }
tbody tr:hover > * { background: var(--hover); }
th.number, td.number { text-align: right; }
td .quiet, th .quiet { font-size: 0.88em; font-weight: 400; }
th.wide, td.wide { min-width: 14rem; }
td.place { min-width: 11rem; }
.date { white-space: nowrap; }
th[scope="row"] { min-width: 11rem; }
.names { min-width: 10rem; }
.word { white-space: nowrap; font-weight: 600; font-size: 0.88rem; }
.fatal { color: var(--fatal); } .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); } .fine { color: var(--good); }
details { margin: 0 0 0.75rem; }
summary { cursor: pointer; padding: 0.2rem 0; }
td details, td details > :last-child { margin-bottom: 0; }
ol, ul { padding-left: 1.4rem; margin: 0 0 0.9rem; }
td ul, td ol, th ul { margin: 0; }
.below td { border-top: 0; padding-top: 0; }
li { overflow-wrap: anywhere; }
.names { list-style: none; padding: 0; }
.filter { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; margin: 0 0 0.75rem; }
.filter[hidden] { display: none; }
.filter label { display: grid; gap: 0.2rem; font-size: 0.85rem; color: var(--quiet); }
.filter .grow { flex: 1 1 16rem; }
input, select, button { font: inherit; color: var(--ink); background: var(--surface); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.4rem 0.6rem; max-width: 100%; min-height: 2.5rem; }
button { cursor: pointer; }
button[hidden] { display: none; }
.picture { padding: 1rem; }
.picture svg { display: block; max-width: none; height: auto; }
svg text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; fill: var(--ink); }
svg .group { fill: none; stroke: var(--line); } svg .group-title { font: 600 12px system-ui, sans-serif; fill: var(--quiet); }
svg .node { fill: var(--ground); stroke: var(--quiet); } svg .anyone { stroke: var(--error); stroke-width: 2.5; }
svg .edge { fill: none; stroke: var(--quiet); stroke-width: 1.4; } svg .own { stroke-dasharray: 5 4; } svg .both { stroke-width: 2.8; }
svg .tip { fill: var(--quiet); }
footer { grid-column: 1 / -1; color: var(--quiet); font-size: 0.88rem; border-top: 1px solid var(--line); padding-top: 1rem; }
@media (max-width: 60rem) {
  .page { grid-template-columns: minmax(0, 1fr); padding: 0 1.25rem 4rem; }
  nav { position: static; max-height: none; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; --ground: #fff; --surface: #fff; --ink: #000; --quiet: #444; --line: #bbb; --link: #000; --hover: #fff;
    --fatal: #7a1146; --error: #a4161a; --warning: #8a4b00; --info: #3d5166; --good: #1d6b34; --alarm-ground: #fff; --notice-ground: #fff; --good-ground: #fff; }
  html { font-size: 10pt; scroll-behavior: auto; }
  .page { display: block; max-width: none; padding: 0; }
  nav, .skip, .filter, .more { display: none; }
  header { padding: 0 0 1rem; }
  .scroll { overflow: visible; border: 0; }
  .picture svg { max-width: 100%; }
  h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr, li, .figures div { break-inside: avoid; }
  a { text-decoration: none; }
}
`;

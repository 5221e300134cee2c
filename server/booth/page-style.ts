// How the plain pages look: the house's colours, large quiet type, and black on white on paper.

export const PAGE_STYLE = `
:root { color-scheme: light; --ink: #2a2622; --soft: #5b534a; --line: #e2dbcf; --sea: #1b6480; --gold: #7d5714; --ground: #f7f4ef; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.65 "Noto Sans", system-ui, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; padding-block: 1.25rem; border-bottom: 1px solid var(--line); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
a { color: var(--sea); text-underline-offset: .2em; }
a:focus-visible { outline: 3px solid var(--sea); outline-offset: 3px; border-radius: 4px; }
.house { color: inherit; font-weight: 600; text-decoration: none; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem 1rem; }
main { padding-block: 2.5rem 4rem; }
h1 { font-size: clamp(2.25rem, 1.5rem + 3vw, 3.5rem); line-height: 1.15; font-weight: 500; margin: 0 0 1rem; }
h1 small { font-size: .5em; color: var(--soft); font-weight: 400; }
h2 { font-size: 1.25rem; font-weight: 600; margin: 2.5rem 0 .75rem; }
.preview { border: 1px dashed var(--gold); border-radius: 10px; background: #f6ecd8; color: #5d400c; padding: .75rem 1rem; margin: 0 0 2rem; }
.kind { color: var(--gold); margin: 0 0 .5rem; }
.lead { font-size: 1.25rem; margin: 0 0 1rem; max-width: 38rem; }
.sample { border-left: 3px solid var(--gold); padding-left: .75rem; color: var(--soft); margin: 0; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .6rem .75rem .6rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 400; font-size: .875rem; } tbody th { font-weight: 400; white-space: nowrap; } td:nth-child(2) { font-variant-numeric: tabular-nums; }
td:last-child { color: var(--soft); font-size: .9375rem; }
h3 { font-size: 1.0625rem; font-weight: 600; margin: 1.5rem 0 .25rem; }
.opening { font-size: 1.375rem; font-weight: 300; color: var(--gold); margin: 0 0 1rem; } .said { margin: .25rem 0 0; max-width: 38rem; white-space: pre-line; }
.said + table { margin-top: 1rem; }
.things { list-style: none; padding: 0; margin: 0; } .things > li { border-top: 1px solid var(--line); padding: .9rem 0; } .things h3 { margin: 0; } .things .said { color: var(--soft); }
.things .aside { color: var(--gold); margin: 0; } .things a { display: inline-block; padding: .2rem 0; margin-right: 1.25rem; }
.picture { display: block; max-width: 100%; max-height: 26rem; border-radius: 10px; margin: .75rem 0; } .logo { display: block; max-width: 14rem; max-height: 5rem; margin: 0 0 1rem; }
.stills { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: .75rem; } .stills img { display: block; width: 100%; height: auto; border-radius: 10px; }
.stills img:first-child { grid-column: 1 / -1; }
.cities { list-style: none; padding: 0; margin: 2rem 0 0; } .cities li { border-top: 1px solid var(--line); padding: 1rem 0; display: flow-root; }
.thumbnail { float: right; width: 9rem; height: auto; margin: .25rem 0 .25rem 1rem; border-radius: 8px; }
.cities a { display: inline-block; padding: .25rem 0; font-size: 1.125rem; } .cities p { margin: .25rem 0 0; color: var(--soft); }
.go { display: inline-block; margin-top: 2rem; padding: .75rem 1.5rem; border-radius: 10px; background: var(--sea); color: #fff; text-decoration: none; }
footer { color: var(--soft); border-top: 1px solid var(--line); font-size: .875rem; }
@media (max-width: 30rem) { tbody th { white-space: normal; } th, td { padding-right: .5rem; } td:last-child { padding-right: 0; overflow-wrap: anywhere; } }
@media print { body { background: #fff; font-size: 11pt; } header nav, footer, .no-print, .skip { display: none; } a { color: inherit; } tr { break-inside: avoid; } }
`

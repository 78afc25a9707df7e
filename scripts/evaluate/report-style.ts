/** Of the report's page: readable in light and dark, and on paper, where every line that was missed is shown. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2733, #e3e8ee); --paper: light-dark(#fff, #14191f); --line: light-dark(#d4dbe3, #36414d); --quiet: light-dark(#55606d, #a3adb8); --good: light-dark(#176b3a, #7fd6a1); --bad: light-dark(#a3231c, #ff9d94); --mark: light-dark(#ffe59a, #6a5200); }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; font-size: 1.25rem; border-bottom: 1px solid var(--line); }
header p, small, dt, .wide caption { color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
a { color: inherit; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; vertical-align: bottom; }
th[scope=row], th:first-child { text-align: left; font-weight: 500; }
.met span { color: var(--good); } .unmet { font-weight: 700; } .unmet span { color: var(--bad); }
details { margin: .75rem 0; } summary { cursor: pointer; }
ol { padding-left: 2.5rem; } ol > li { margin: .75rem 0; break-inside: avoid; }
li p { margin: 0; font-size: 1.05rem; }
mark { color: inherit; background: var(--mark); border-radius: 2px; text-decoration: underline; }
dl { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0; font-size: .9rem; } dl div { display: flex; gap: .4rem; } dd { margin: 0; }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 11px; } nav { display: none; } details::details-content { content-visibility: visible; display: block; } summary { list-style: none; } }
`

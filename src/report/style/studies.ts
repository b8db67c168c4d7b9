/** Figures of studies: rows on a scale, panels of lines, heat maps, the trajectory; phone and print. */

/** Rules for what the run report does not have. */
export const STUDIES = `
.rows { font-size: 13px; }
.sr { display: grid; grid-template-columns: minmax(0, var(--names)) minmax(140px, 1fr) var(--cells); column-gap: 14px;
  align-items: center; border-top: 1px solid var(--hair); min-height: 38px; }
.sr.head, .sr.axis { border-top: 0; min-height: 0; color: var(--ink3); font-size: 12px; line-height: 1.3; }
.sr.head { padding-bottom: 6px; }
.sr .more { display: contents; }
.sr .v, .sr .c { text-align: right; }
.sr .v { font-weight: 600; white-space: nowrap; }
.sr .c { color: var(--ink2); }
.sr .c:last-child { overflow-wrap: normal; }
.sr.head .v, .sr.head .c { font-weight: 400; color: var(--ink3); }
.sr .what { font-weight: 500; overflow-wrap: anywhere; line-height: 1.35; padding: 6px 0; }
.key .box { width: 18px; height: 10px; border-radius: 2px; background: var(--ink2); opacity: .85; }
.key .box.hollow { background: var(--card); box-shadow: inset 0 0 0 1.5px var(--before); opacity: 1; }
.key .box.ring { width: 11px; height: 11px; border-radius: 50%; background: var(--card); box-shadow: inset 0 0 0 2px var(--before); opacity: 1; }
.key .dot { width: 11px; height: 11px; border-radius: 50%; background: var(--out); }
.key .dot.hollow { background: var(--card); box-shadow: inset 0 0 0 2px var(--out); }
.key .dot.small { width: 6px; height: 6px; background: var(--ink3); }
.key .dash { width: 18px; border-top: 1.5px dashed var(--zero); }
.key svg { flex: none; }

.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 20px 24px; }
.panel { display: grid; grid-template-columns: 44px minmax(0, 1fr); padding-right: 14px; min-width: 0; }
.panel > .w:first-of-type { width: 44px; }
.pt { grid-column: 1 / -1; font-size: 13px; padding-bottom: 10px; min-width: 0; }
.pt .what { font-weight: 500; }
.panel.wide { padding-top: 4px; }
.ya, .xa { font-size: 12px; color: var(--ink3); }
.ya { grid-column: 1 / -1; padding-bottom: 12px; }
.xa { grid-column: 2; text-align: center; padding-top: 4px; }
.ln { fill: none; stroke: var(--ink3); stroke-width: 2.2; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
.panel.wide .ln { stroke-width: 1.4; }
.w text.lab { fill: var(--out-t); font-weight: 600; paint-order: stroke; stroke: var(--card); stroke-width: 4px; }

.map td.h { padding: 8px 6px; line-height: 1.3; }
.map td.h span { display: block; font-size: 12px; font-weight: 400; color: var(--ink2); white-space: nowrap; }
.map th[scope=row] { text-align: right; vertical-align: middle; white-space: nowrap; border-bottom: 0; }
.map tr td { border-bottom: 0; }
.map .corner { width: 1%; min-width: 160px; white-space: normal; overflow-wrap: anywhere; font-size: 12px; }
.map td.in { min-width: 84px; }
.map td.in .n { display: block; text-align: right; }
.map thead th { border-bottom: 0; }
figure details { margin: 0 0 8px; }
figure details .sheet { margin-top: 8px; }
pre { font: 12px/1.55 var(--mono); margin: 12px 0 0; white-space: pre; }
section details [data-scroll] { --card: var(--bg); }

@media screen and (max-width: 640px) {
  .sr { grid-template-columns: minmax(0, 1fr) auto; column-gap: 10px; padding: 8px 0 6px; }
  .sr.head { display: none; }
  .sr .w { grid-column: 1 / -1; grid-row: 2; width: calc(100% - 16px); margin: 0 8px; }
  .sr .more { display: flex; flex-wrap: wrap; gap: 0 14px; grid-column: 1 / -1; grid-row: 3; font-size: 12px; }
  .sr .c { text-align: left; }
  .sr .v::before { content: attr(data-head) " "; color: var(--ink3); font-size: 12px; font-weight: 400; }
  .sr .c::before { content: attr(data-head) " "; color: var(--ink3); }
  .sr .what { padding: 0; }
  .sr.axis { padding: 0; }
  .sr.axis .w { grid-row: 1; }
  .panels { grid-template-columns: minmax(0, 1fr); }
  .map td.h span { display: none; }
  .map .corner { min-width: 92px; }
  summary { padding: 10px 0; }
}
@media print {
  .sr { grid-template-columns: minmax(0, 150px) minmax(100px, 1fr) var(--cells); column-gap: 8px; }
  .sr .firm span { white-space: normal; }
  .sr, .panel { break-inside: avoid; }
  figure details:not([open]) { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

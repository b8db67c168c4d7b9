/** Page layout: header, contents, headline, key figures, sections, phone and print. A 4 px grid. */

/** Rules for the frame of the page. */
export const LAYOUT = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 72px; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 400 15px/1.5 var(--sans);
  font-variant-numeric: tabular-nums lining-nums; -webkit-font-smoothing: antialiased; overflow-wrap: break-word; }
h1, h2, p, figure, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
button { font: inherit; color: inherit; }
a { color: inherit; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.mono { font-family: var(--mono); font-size: .87em; }
.skip { position: absolute; left: -999px; top: 8px; z-index: 99; background: var(--sel); color: var(--selink);
  padding: 8px 14px; border-radius: 6px; }
.skip:focus { left: 8px; }
.off { position: absolute; width: 0; height: 0; overflow: hidden; }

.top { position: sticky; top: 0; z-index: 20; background: var(--bg); border-bottom: 1px solid var(--line); }
.top > div { max-width: 1240px; margin: 0 auto; padding: 0 24px; height: 56px; display: flex; align-items: center; gap: 16px; }
.top .run { flex: 1; color: var(--ink2); font-size: 13px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.brand { display: inline-flex; align-items: center; gap: 9px; font-weight: 600; letter-spacing: -.01em; text-decoration: none; }
.brand svg { width: 22px; height: 22px; }
.btn { display: inline-flex; align-items: center; gap: 6px; height: 32px; padding: 0 12px; border: 1px solid var(--line);
  border-radius: 7px; background: var(--card); font-size: 13px; font-weight: 500; cursor: pointer; white-space: nowrap; }
.btn:hover { border-color: var(--ink3); }
.btn.quiet { background: none; border-color: transparent; color: var(--ink2); }
.btn svg { width: 16px; height: 16px; flex: none; }
.jump { display: none; height: 36px; max-width: 240px; min-width: 0; padding: 0 8px; border: 1px solid var(--line); border-radius: 7px;
  background: var(--card); color: var(--ink); font: inherit; font-size: 14px; }
.banner { background: var(--warn-wash); color: var(--warn); border-radius: 8px; padding: 10px 14px; margin-bottom: 24px;
  font-size: 14px; font-weight: 500; }

.wrap { max-width: 1240px; margin: 0 auto; padding: 0 24px; display: grid;
  grid-template-columns: 184px minmax(0, 920px); gap: 64px; align-items: start; }
.toc { position: sticky; top: 88px; font-size: 13px; padding-top: 8px; margin-top: 32px; }
.toc a { display: block; padding: 5px 0 5px 14px; border-left: 2px solid var(--line); color: var(--ink2); text-decoration: none; }
.toc a:hover { color: var(--ink); }
.toc a.on { color: var(--ink); border-color: var(--ink); font-weight: 500; }
main { padding: 56px 0 72px; min-width: 0; }

.kick { font-size: 13px; color: var(--ink2); display: flex; flex-wrap: wrap; gap: 4px 14px; margin-bottom: 4px; }
.kick b { color: var(--ink); font-weight: 600; }
.question { color: var(--ink2); margin: 8px 0 20px; max-width: 44em; }
h1 { font-family: var(--serif); font-weight: 400; font-size: clamp(28px, 4.1vw, 44px); line-height: 1.18;
  letter-spacing: -.018em; text-wrap: balance; max-width: 21em; overflow-wrap: anywhere; }
h1 .hi { text-decoration: underline; text-decoration-color: var(--out); text-decoration-thickness: 3px;
  text-underline-offset: .16em; text-decoration-skip-ink: none; white-space: nowrap; }
.lead { font-family: var(--serif); font-size: clamp(18px, 1.6vw, 20px); color: var(--ink2); margin-top: 20px; max-width: 36em; }
.kpis { display: grid; grid-template-columns: repeat(4, 1fr); margin-top: 40px; border-top: 1px solid var(--ink); }
.kpis div { padding: 16px 20px 0 0; display: grid; grid-row: span 3; grid-template-rows: subgrid; align-content: start; min-width: 0; }
.kpis dt { font-size: 13px; color: var(--ink2); overflow-wrap: anywhere; }
.kpis .v { font-size: 28px; font-weight: 500; letter-spacing: -.02em; line-height: 1.25; padding-top: 4px; }
.kpis .n { font-size: 13px; color: var(--ink3); }

section { padding-top: 72px; }
section > h2 { font-size: 13px; font-weight: 600; color: var(--ink2); margin-bottom: 10px; }
.claim { font-family: var(--serif); font-size: clamp(21px, 2.3vw, 26px); line-height: 1.3; letter-spacing: -.01em;
  text-wrap: balance; max-width: 30em; margin-bottom: 8px; overflow-wrap: anywhere; }
.why { color: var(--ink2); max-width: 44em; margin-bottom: 24px; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; align-items: stretch; }
footer { border-top: 1px solid var(--line); padding: 24px 0 0; margin-top: 72px; font-size: 12px; color: var(--ink3);
  display: flex; gap: 8px 24px; flex-wrap: wrap; }

@media screen and (max-width: 1120px) {
  .wrap { grid-template-columns: minmax(0, 1fr); max-width: 968px; }
  .toc { display: none; }
  .jump { display: block; }
}
:root.paper .wrap { display: block; width: 688px; padding: 0; margin: 0; }
@media screen and (max-width: 640px) {
  body { font-size: 16px; }
  .top > div { padding: 0 16px; gap: 8px; }
  .top .run { display: none; }
  .jump { flex: 1; height: 40px; max-width: none; font-size: 16px; }
  .btn .t, .brand .t { display: none; }
  .btn { width: 40px; height: 40px; padding: 0; justify-content: center; }
  .code .btn { width: auto; padding: 0 12px; }
  .wrap { padding: 0 16px; }
  main { padding: 28px 0 64px; }
  .kpis { grid-template-columns: 1fr 1fr; margin-top: 28px; }
  .kpis .v { font-size: 24px; }
  section { padding-top: 56px; }
  .two { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  :root, :root.dark { --bg: #fff; --card: #fff; }
  body { font-size: 11pt; }
  .top, .toc, .chips, .most, .note .r, .filter, .btn { display: none !important; }
  .wrap { display: block; max-width: none; padding: 0; }
  main { padding: 0; }
  figure, tr, .kpis, .fr, .wf { break-inside: avoid; }
  figure { box-shadow: none !important; border-color: #ccc !important; }
  section { padding-top: 28px; }
  h2, .claim { break-after: avoid; }
  .tall { max-height: none !important; overflow: visible !important; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;

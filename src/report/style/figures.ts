/** Figures: card, caption, chips, forest, Sankey, waterfall, tables. A hue is a firm or an outcome, nothing else. */

/** Rules for everything inside a figure. */
export const FIGURES = `
figure { background: var(--card); border: 1px solid var(--hair); border-radius: 12px; padding: 20px 24px 12px;
  box-shadow: var(--shadow); margin-top: 20px; min-width: 0; display: flex; flex-direction: column; }
.ft { font-size: 15px; font-weight: 600; overflow-wrap: anywhere; }
.fs { font-size: 13px; color: var(--ink2); margin-bottom: 14px; }
.drawing { flex: 1; min-width: 0; }
.note { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 12px; color: var(--ink3); border-top: 1px solid var(--hair);
  margin-top: 14px; padding-top: 8px; line-height: 1.5; align-items: center; }
.note > span:first-child { flex: 1 1 240px; }
.note .r { display: flex; gap: 12px; margin-left: auto; }
.note button { border: 0; background: none; padding: 6px 0; font-size: 12px; color: var(--ink2); text-decoration: underline;
  text-underline-offset: 3px; text-decoration-color: var(--edge); cursor: pointer; white-space: nowrap; }
.note button:hover { color: var(--ink); }

.chips { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 14px; }
.chip { display: inline-flex; align-items: center; gap: 7px; height: 28px; max-width: 280px; padding: 0 10px 0 9px;
  border: 1px solid var(--line); border-radius: 14px; background: none; font-size: 13px; cursor: pointer; color: var(--ink2); }
.chip span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chip:hover { border-color: var(--edge); }
.chip[aria-pressed=true] { background: var(--card); border-color: var(--ink); color: var(--ink); font-weight: 500; }
.most { font-size: 12px; color: var(--ink3); margin: -8px 0 14px; }
.most.refused { color: var(--warn); font-weight: 500; }
.key { display: flex; flex-wrap: wrap; gap: 6px 18px; font-size: 13px; color: var(--ink2); margin-bottom: 10px; }
.key span { display: inline-flex; gap: 6px; align-items: center; }
.key b { width: 12px; text-align: center; }
.firm { display: inline-flex; align-items: center; gap: 8px; font-weight: 500; min-width: 0; max-width: 100%; vertical-align: top; }
.firm i, .chip i { width: 9px; height: 9px; border-radius: 3px; background: var(--c); flex: none; }
i.p0 { background: linear-gradient(135deg, var(--c) 50%, transparent 50%); box-shadow: inset 0 0 0 1.5px var(--c); }
i.p1 { background: none; box-shadow: inset 0 0 0 1.5px var(--c); }
i.p2 { border-radius: 50%; }
.br { font-style: normal; }
.firm span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

.w, .bar, .flow { display: block; overflow: visible; min-width: 0; }
.w text { font: 400 12px var(--sans); fill: var(--ink3); }
.gl { stroke: var(--grid); stroke-width: 1; shape-rendering: crispEdges; }
.zl { stroke: var(--zero); stroke-width: 1; shape-rendering: crispEdges; }
.wk { stroke: var(--ink); stroke-width: 1.2; }

.forest { font-size: 13px; }
.fr { display: grid; grid-template-columns: minmax(0, 210px) minmax(0, 1fr) 58px 74px 62px 150px; column-gap: 12px;
  align-items: center; border-top: 1px solid var(--hair); }
.fr.head, .fr.axis { border-top: 0; color: var(--ink3); font-size: 12px; line-height: 1.3; }
.fr.head { padding-bottom: 6px; align-items: end; }
.fr .p { text-align: right; font-weight: 600; white-space: nowrap; }
.fr.head .p { font-weight: 400; }
.fr .iv { color: var(--ink3); white-space: nowrap; }
.fr .mm { text-align: right; }
.fr .arm { font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.arms .fr { grid-template-columns: minmax(0, 180px) minmax(0, 1fr) 58px 74px 150px; }
.arm-cash .fr { grid-template-columns: minmax(0, 180px) minmax(0, 1fr) 72px 150px; }
.ch { color: var(--ink2); white-space: nowrap; }
.ch b { color: var(--ink); }

.sankey-head { display: grid; grid-template-columns: 200px minmax(0, 1fr) 248px; white-space: nowrap; font-size: 12px; color: var(--ink3); padding-bottom: 8px; }
.sankey-head span:first-child { text-align: right; }
.sankey-head span:last-child { grid-column: 3; }
.sankey { display: grid; grid-template-columns: 190px 10px minmax(0, 1fr) 10px 238px; }
.side { position: relative; font-size: 12px; line-height: 18px; }
.side div { position: absolute; left: 0; right: 0; display: flex; gap: 6px; min-width: 0; }
.side b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.side span { color: var(--ink3); white-space: nowrap; flex: none; }
.side.left div { justify-content: flex-end; padding-right: 8px; }
.side.left span { display: none; }
.side.right div { padding-left: 8px; }
.flow path { stroke: none; }

.group { font-size: 13px; color: var(--ink2); margin-bottom: 8px; }
.wf { display: grid; grid-template-columns: 190px minmax(0, 1fr) 84px; column-gap: 12px; align-items: center; font-size: 13px; }
.wf .v { text-align: right; white-space: nowrap; }
.wf.total .what, .wf.total .v { font-weight: 600; }

table { border-collapse: collapse; width: 100%; font-size: 13px; }
th { font-weight: 500; color: var(--ink2); text-align: left; font-size: 12px; vertical-align: bottom; }
th, td { padding: 8px 10px; border-bottom: 1px solid var(--hair); vertical-align: top; }
td:first-child, th:first-child { padding-left: 0; }
td:last-child, th:last-child { padding-right: 0; }
tbody tr:last-child td { border-bottom: 0; }
td.n, th.n { text-align: right; white-space: nowrap; }
td .firm { max-width: 260px; }
/* A shadow at the side where columns are hidden: the covers scroll with the table, the shadows do not. */
[data-scroll], .sheet, .at-risk { overflow-x: auto; --cue: color-mix(in srgb, var(--ink) 22%, transparent);
  background: linear-gradient(to right, var(--card) 40%, transparent) left / 40px 100% no-repeat local,
    linear-gradient(to left, var(--card) 40%, transparent) right / 40px 100% no-repeat local,
    linear-gradient(to right, var(--cue), transparent) left / 12px 100% no-repeat scroll,
    linear-gradient(to left, var(--cue), transparent) right / 12px 100% no-repeat scroll; }
.tall { max-height: 460px; overflow: auto; }
.tall thead th { position: sticky; top: 0; background: var(--card); }
.heat th.c { text-align: center; }
.heat td.h { text-align: center; font-weight: 500; border: 2px solid var(--card); border-radius: 6px; min-width: 76px; }
.heat td { vertical-align: middle; }
.at-risk { margin-top: 8px; }
.empty { color: var(--ink2); padding: 12px 0; }

.src { display: inline-flex; width: 22px; height: 20px; border-radius: 4px; align-items: center; justify-content: center;
  font-size: 12px; font-weight: 600; background: var(--sunk); color: var(--ink2); }
.src.A { background: var(--warn-wash); color: var(--warn); }
.path { font-weight: 500; overflow-wrap: anywhere; }
.sub { color: var(--ink3); font-size: 12px; overflow-wrap: anywhere; }
.checks li { display: grid; grid-template-columns: 52px minmax(0, 1fr) auto; gap: 12px; padding: 9px 0;
  border-bottom: 1px solid var(--hair); font-size: 14px; align-items: baseline; }
.checks li:last-child { border: 0; }
.checks .found { color: var(--ink2); font-size: 13px; text-align: right; }
.verdict { font-size: 12px; font-weight: 600; border-radius: 4px; padding: 1px 7px; justify-self: start; background: var(--sunk); color: var(--ink2); }
.verdict.fail { background: var(--warn-wash); color: var(--warn); }
.verdict.open { background: none; box-shadow: inset 0 0 0 1px var(--edge); }
.code { background: var(--sunk); border-radius: 8px; padding: 12px 12px 12px 16px; margin-top: 20px; font: 13px/1.6 var(--mono);
  display: flex; gap: 12px; justify-content: space-between; align-items: center; }
.code span { min-width: 0; overflow-wrap: anywhere; }
.code .btn { font-family: var(--sans); }
.made { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px 32px; margin: 24px 0; }
.made dt { font-size: 12px; color: var(--ink3); }
.made dd { font-size: 14px; overflow-wrap: anywhere; }
.warnings li { padding: 8px 0; border-bottom: 1px solid var(--hair); font-size: 14px; overflow-wrap: anywhere; }
.warnings li:last-child { border: 0; }

details { margin-top: 8px; }
summary { cursor: pointer; font-size: 14px; color: var(--ink2); }
summary:hover { color: var(--ink); }
details table { margin: 8px 0 16px; }

@media (max-width: 860px), print {
  .fr { grid-template-columns: minmax(0, 130px) minmax(0, 1fr) 44px 56px 48px 90px; column-gap: 10px; }
  .arms .fr { grid-template-columns: minmax(0, 110px) minmax(0, 1fr) 44px 56px 128px; }
  .arm-cash .fr { grid-template-columns: minmax(0, 110px) minmax(0, 1fr) 64px 132px; }
  .sankey { grid-template-columns: 110px 10px minmax(0, 1fr) 10px 140px; }
  .sankey-head { grid-template-columns: 120px minmax(0, 1fr) 150px; }
  .wf { grid-template-columns: 150px minmax(0, 1fr) 72px; }
}
@media screen and (max-width: 640px) {
  figure { margin-left: -16px; margin-right: -16px; border-radius: 0; border-left: 0; border-right: 0; padding: 18px 16px 8px; box-shadow: none; }
  .chips { flex-wrap: nowrap; overflow-x: auto; margin: 0 -16px 14px; padding: 2px 16px; scrollbar-width: none; }
  .chip { flex: none; height: 40px; border-radius: 20px; }
  .note .r { width: 100%; margin: 0; gap: 20px; }
  .note button { min-height: 40px; padding: 0; }
  .fr, .arms .fr, .arm-cash .fr { grid-template-columns: minmax(0, 1fr) auto auto; column-gap: 8px; padding-top: 8px; }
  .fr .w { grid-column: 1 / -1; grid-row: 2; height: 34px; width: calc(100% - 16px); margin: 0 8px; }
  .fr .bar { grid-column: 1 / -1; grid-row: 3; height: 10px; width: calc(100% - 16px); margin: 0 8px 10px; }
  .fr .mm, .fr.head { display: none; }
  .fr .ch { grid-column: 1 / -1; grid-row: 3; padding-bottom: 8px; }
  .fr .ch:empty { display: none; }
  .fr.axis { padding-top: 0; }
  .fr.axis .w { grid-row: 1; }
  .sankey { grid-template-columns: 78px 10px minmax(0, 1fr) 10px 112px; }
  .sankey-head { grid-template-columns: 88px minmax(0, 1fr) 122px; }
  .sankey-head span:first-child { text-align: left; }
  .wf { grid-template-columns: minmax(0, 1fr) auto; padding-top: 4px; }
  .wf .w { grid-column: 1 / -1; grid-row: 2; width: calc(100% - 24px); margin: 0 12px; }
  .wf.axis { padding: 0; }
  td .br, .side .br { display: none; }
  td .firm { max-width: 32vw; }
  th, td { padding: 7px 5px; }
  [data-scroll] th { font-size: 11px; white-space: normal; line-height: 1.25; }
  .heat td.h { min-width: 0; padding: 7px 0; }
  .heat td .firm { max-width: 27vw; }
  .sheet table { font-size: 12px; }
  .sheet th { font-size: 11px; white-space: normal; }
  .sheet th, .sheet td { padding: 6px 4px; }
  .inputs thead { display: none; }
  .inputs tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 12px; padding: 10px 0; border-bottom: 1px solid var(--hair); }
  .inputs tr:last-child { border: 0; }
  .inputs td { border: 0; padding: 0; }
  .inputs td:nth-child(2) { white-space: normal; max-width: 44vw; }
  .inputs td:nth-child(3) { grid-column: 2; grid-row: 2; text-align: right; }
  .inputs td:nth-child(4) { grid-column: 1; grid-row: 2; }
  .made { grid-template-columns: minmax(0, 1fr); gap: 14px; }
  .checks li { grid-template-columns: 52px minmax(0, 1fr); }
  .checks .found { grid-column: 2; text-align: left; }
}
`;

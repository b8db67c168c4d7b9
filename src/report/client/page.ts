/**
 * The page comes alive: theme, contents, firm buttons, table views, CSV, filter of the inputs, drawing. Runs in the
 * browser; see kit.ts.
 */
import type { FanPlot, LinesPlot } from '../figure.js';
import type { Box, Browser } from './browser.js';
import type { drawFan } from './draw-fan.js';
import type { drawLines } from './draw-lines.js';
import type { drawOutcomes } from './draw-outcomes.js';
import type { Kit } from './kit.js';

/** The drawing functions by kind of plot. */
export interface Drawings {
  readonly lines: typeof drawLines;
  readonly fan: typeof drawFan;
  readonly outcomes: typeof drawOutcomes;
}

/** A figure on the page and the firms chosen in it. */
export interface Live {
  readonly box: Box;
  readonly id: string;
  chosen: string[];
}

/** Draws the plot of a figure, if it has one. */
export function draw(kit: Kit, drawings: Drawings, live: Live): void {
  const { plot } = kit.data.figures[live.id];
  const host = live.box.querySelector('.plot');
  if (plot === undefined || host === null || host.clientWidth === 0) return;
  const job = { host, id: live.id, chosen: live.chosen };
  if (plot.draw === 'lines') drawings.lines(kit, job, plot as LinesPlot);
  else if (plot.draw === 'fan') drawings.fan(kit, job, plot as FanPlot);
  else drawings.outcomes(kit, job);
  const atRisk = live.box.querySelector('.at-risk');
  if (atRisk !== null && plot.draw === 'lines' && plot.atRisk !== undefined) {
    kit.atRisk.fillAtRisk(kit, atRisk, { ...job, column: plot.atRisk });
  }
}

/** Shows the texts, panels and table of the chosen firms. */
export function retell(kit: Kit, live: Live): void {
  const { picker, title, label, sheet } = kit.data.figures[live.id];
  for (const chip of live.box.querySelectorAll('[data-pick]')) {
    chip.setAttribute('aria-pressed', String(live.chosen.includes(chip.dataset.pick ?? '')));
  }
  for (const panel of live.box.querySelectorAll('[data-firm]'))
    panel.hidden = panel.dataset.firm !== live.chosen[0];
  if (picker?.mode === 'one') {
    const name = kit.data.firms[live.chosen[0]].name;
    const caption = live.box.querySelector('.ft');
    if (caption !== null) caption.textContent = title.split('{firm}').join(name);
    live.box.querySelector('.plot')?.setAttribute('aria-label', label.split('{firm}').join(name));
  }
  if (picker?.mode === 'one') retellClaim(kit, live);
  const table = live.box.querySelector('.sheet');
  if (table !== null && !table.hidden) kit.sheet.fillTable(kit, table, { sheet, chosen: live.chosen });
}

/** The sentence over the figures of a section follows the firm, if it is about one. */
export function retellClaim(kit: Kit, live: Live): void {
  const section = live.box.closest('section');
  const claim = section?.querySelector('.claim');
  const text = kit.data.claims[section?.id ?? '']?.[live.chosen[0]];
  if (claim !== null && claim !== undefined && text !== undefined) claim.textContent = text;
}

/** The choice after a press: another firm, or one more or less in focus (one to four); a fifth is refused. */
export function choose(chosen: readonly string[], id: string, mode: string): string[] {
  if (mode === 'one') return [id];
  if (chosen.includes(id)) return chosen.length > 1 ? chosen.filter((other) => other !== id) : [...chosen];
  return chosen.length >= 4 ? [...chosen] : [...chosen, id];
}

/** Says that no more firms fit, and takes it back when there is room again. */
export function sayMost(live: Live, refused: boolean): void {
  const most = live.box.querySelector('.most');
  if (most === null) return;
  if (most.dataset.plain === undefined) most.dataset.plain = most.textContent ?? '';
  most.textContent = (refused ? most.dataset.refusal : most.dataset.plain) ?? '';
  most.classList.toggle('refused', refused);
}

/** Buttons of one figure. */
export function wire(kit: Kit, drawings: Drawings, live: Live): void {
  const { picker, sheet } = kit.data.figures[live.id];
  for (const chip of live.box.querySelectorAll('[data-pick]')) {
    chip.addEventListener('click', () => {
      const id = chip.dataset.pick ?? '';
      live.chosen = choose(live.chosen, id, picker?.mode ?? 'one');
      sayMost(live, chip.getAttribute('aria-pressed') === 'false' && !live.chosen.includes(id));
      retell(kit, live);
      draw(kit, drawings, live);
    });
  }
  const table = live.box.querySelector('.sheet');
  const drawing = live.box.querySelector('.drawing');
  const key = live.box.querySelector('.key');
  const button = live.box.querySelector('[data-table]');
  button?.addEventListener('click', () => {
    if (table === null || drawing === null) return;
    table.hidden = !table.hidden;
    drawing.hidden = !table.hidden;
    if (key !== null) key.hidden = drawing.hidden;
    button.textContent = table.hidden ? 'Show as table' : 'Show as chart';
    button.setAttribute('aria-expanded', String(!table.hidden));
    if (table.hidden) draw(kit, drawings, live);
    else kit.sheet.fillTable(kit, table, { sheet, chosen: live.chosen });
  });
  const save = live.box.querySelector('[data-csv]');
  save?.addEventListener('click', () => kit.sheet.saveCsv(kit, `${kit.data.file}-${live.id}`, sheet));
}

/** Light and dark: the button. For print the page takes the width of the paper first, so that charts fit it. */
export function wireTheme(window: Browser, redraw: () => void): void {
  const root = window.document.documentElement;
  const button = window.document.querySelector('[data-theme]');
  const apply = (dark: boolean) => {
    root.classList.toggle('dark', dark);
    button?.setAttribute('aria-pressed', String(dark));
    redraw();
  };
  button?.setAttribute('aria-pressed', String(root.classList.contains('dark')));
  button?.addEventListener('click', () => {
    const dark = !root.classList.contains('dark');
    try {
      window.localStorage.setItem('afterburn-theme', dark ? 'dark' : 'light');
    } catch {
      // A page opened from a file may have no storage; the choice then holds until it is closed.
    }
    apply(dark);
  });
  let wasDark = false;
  window.addEventListener('beforeprint', () => {
    wasDark = root.classList.contains('dark');
    root.classList.toggle('paper', true);
    apply(false);
  });
  window.addEventListener('afterprint', () => {
    root.classList.toggle('paper', false);
    apply(wasDark);
  });
}

/** Marks the section in view in the contents, and in the list that stands for them on a narrow page. */
export function wireContents(window: Browser): void {
  const { document } = window;
  const links = [...document.querySelectorAll('.toc a')];
  const sections = [...document.querySelectorAll('#answer, section')];
  const jump = document.querySelector('[data-jump]');
  const mark = () => {
    const passed = sections.filter((section) => section.getBoundingClientRect().top < 140);
    const id = (window.scrollY > 0 ? passed[passed.length - 1] : undefined)?.id ?? 'answer';
    for (const link of links) link.classList.toggle('on', link.hash === `#${id}`);
    if (jump !== null) jump.value = id;
  };
  jump?.addEventListener('change', () => {
    window.location.hash = jump.value;
  });
  window.addEventListener('scroll', mark);
  mark();
}

/** Filter of the inputs by tag, print and copy. */
export function wireButtons(window: Browser): void {
  const { document } = window;
  const filters = [...document.querySelectorAll('[data-tag]')];
  for (const filter of filters) {
    filter.addEventListener('click', () => {
      for (const other of filters) other.setAttribute('aria-pressed', String(other === filter));
      const wanted = filter.dataset.tag;
      for (const row of document.querySelectorAll('[data-row-tag]')) {
        row.hidden = wanted !== 'all' && row.dataset.rowTag !== wanted;
      }
    });
  }
  document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  const copy = document.querySelector('[data-copy]');
  copy?.addEventListener('click', () => {
    const done = window.navigator.clipboard?.writeText(copy.dataset.copy ?? '');
    const say = (text: string) => {
      copy.textContent = text;
    };
    if (done === undefined) say('Select and copy');
    else
      done.then(
        () => say('Copied'),
        () => say('Select and copy'),
      );
  });
}

/** Starts everything. */
export function startPage(kit: Kit, drawings: Drawings): void {
  const { window, data } = kit;
  const lives: Live[] = [...window.document.querySelectorAll('[data-figure]')].map((box) => {
    const id = box.dataset.figure ?? '';
    return { box, id, chosen: [...(data.figures[id].picker?.chosen ?? [])] };
  });
  const drawAll = () => {
    for (const live of lives) draw(kit, drawings, live);
  };
  for (const live of lives) wire(kit, drawings, live);
  wireButtons(window);
  wireContents(window);
  wireTheme(window, drawAll);
  drawAll();
  let width = window.innerWidth;
  let timer = 0;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    window.clearTimeout(timer);
    timer = window.setTimeout(drawAll, 120);
  });
}

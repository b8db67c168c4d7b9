/**
 * Draws a market on a canvas: circles whose area is people, dots that keep their old colour until they arrive, labels.
 * Some 1,200 dots take about a millisecond.
 */
import { columnOf, firmOfApp, hasEnded, peopleAt, type World } from './history.js';
import { LABEL, type Layout, type Place, radiusOf } from './layout.js';
import { GLYPHS, type Palette } from './palette.js';
import { appOfCode, seatPlace } from './seats.js';

/** What of a world is drawn, and how its words are. */
export interface Scene {
  readonly world: World;
  readonly seats: readonly Uint16Array[];
  readonly layout: Layout;
  readonly palette: Palette;
  /** Size of the canvas, CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Two lines below an app's circle after a month; empty: nothing. */
  label(app: number, month: number): readonly [string, string];
}

/** Between which months we are, how far (0 to 1), and the chosen dot. */
export interface Moment {
  readonly from: number;
  readonly to: number;
  readonly part: number;
  readonly chosen?: number | undefined;
}

/** Fast first, then slow: cubic. */
export function easeOut(part: number): number {
  const left = 1 - Math.min(1, Math.max(0, part));
  return 1 - left * left * left;
}

/** Distance of two neighbouring seats' rings, and the radius of a dot, pixels. */
function pitchOf({ world, layout }: Scene): number {
  return layout.scale * Math.sqrt(world.crowd?.each ?? 0);
}

function dotSize(scene: Scene): number {
  return Math.min(4.6, Math.max(0.8, pitchOf(scene) * 0.6));
}

/** Where a dot is after a month. */
export function dotPlace(scene: Scene, dot: number, month: number): Place {
  const { world, seats, layout } = scene;
  const centre = layout.places[appOfCode(world.crowd?.code[month][dot] ?? 0)];
  const [x, y] = seatPlace(seats[month][dot]);
  const pitch = pitchOf(scene);
  return { x: centre.x + x * pitch, y: centre.y + y * pitch };
}

/** The dot nearest to a point, at most `within` pixels away. */
export function dotAt(scene: Scene, month: number, point: Place, within = 12): number | undefined {
  let found: number | undefined;
  let nearest = within * within;
  const dots = scene.world.crowd?.numbers.length ?? 0;
  for (let dot = 0; dot < dots; dot++) {
    const { x, y } = dotPlace(scene, dot, month);
    const far = (x - point.x) * (x - point.x) + (y - point.y) * (y - point.y);
    if (far < nearest) [nearest, found] = [far, dot];
  }
  return found;
}

function circle(g: CanvasRenderingContext2D, { x, y }: Place, radius: number): void {
  g.beginPath();
  g.arc(x, y, radius, 0, 2 * Math.PI);
}

/** Is an app in the market: from its entry on, also after its end? */
export function isKnown(world: World, app: number, month: number): boolean {
  const firm = firmOfApp(world, app);
  return !firm || columnOf(world, firm.slot - 1, Math.max(1, month), 'status') !== 0;
}

function drawCircles(g: CanvasRenderingContext2D, scene: Scene, { from, to, part }: Moment): void {
  const { world, layout, palette } = scene;
  layout.places.forEach((place, app) => {
    if (!isKnown(world, app, to)) return;
    const firm = firmOfApp(world, app);
    const ended = firm && hasEnded(firm, to) && part === 1;
    const people = peopleAt(world, from, app) * (1 - part) + peopleAt(world, to, app) * part;
    circle(g, place, radiusOf(people, layout.scale) + 3);
    g.setLineDash(ended ? [3, 4] : []);
    g.lineWidth = 1.2;
    g.strokeStyle = ended ? (palette.ends[firm.end]?.mark ?? palette.line) : palette.line;
    g.stroke();
    if (world.crowd || people === 0) return;
    g.fillStyle = app === 0 ? palette.line : markOf(scene, app);
    g.globalAlpha = 0.5;
    g.fill();
    g.globalAlpha = 1;
  });
  g.setLineDash([]);
}

function drawDots(g: CanvasRenderingContext2D, scene: Scene, { from, to, part }: Moment): void {
  const { world, palette } = scene;
  const { crowd } = world;
  if (!crowd) return;
  const size = dotSize(scene);
  const colour = [palette.faint, ...Array.from({ length: world.apps }, (_, k) => markOf(scene, k + 1))];
  const draw = (dot: number, moving: boolean) => {
    const [a, b] = [dotPlace(scene, dot, from), dotPlace(scene, dot, to)];
    const app = appOfCode(crowd.code[part < 1 ? from : to][dot]);
    g.fillStyle = colour[app];
    g.globalAlpha = app === 0 && !moving ? 0.5 : 0.95;
    circle(g, { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }, moving ? size * 1.15 : size);
    g.fill();
  };
  const moves = (dot: number) =>
    part < 1 && appOfCode(crowd.code[from][dot]) !== appOfCode(crowd.code[to][dot]);
  for (let dot = 0; dot < crowd.numbers.length; dot++) if (!moves(dot)) draw(dot, false);
  for (let dot = 0; dot < crowd.numbers.length; dot++) if (moves(dot)) draw(dot, true);
  g.globalAlpha = 1;
}

function markOf({ world, palette }: Scene, app: number): string {
  return palette.mark[Math.min(firmOfApp(world, app)?.slot ?? 12, 12) - 1];
}

function drawChosen(g: CanvasRenderingContext2D, scene: Scene, { from, to, part, chosen }: Moment): void {
  if (chosen === undefined) return;
  const [a, b] = [dotPlace(scene, chosen, from), dotPlace(scene, chosen, to)];
  const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
  circle(g, at, dotSize(scene) + 4);
  g.lineWidth = 4;
  g.strokeStyle = scene.palette.card;
  g.stroke();
  g.lineWidth = 2;
  g.strokeStyle = scene.palette.ink;
  g.stroke();
}

/** Fonts of the two lines of a label. */
export const FONTS = (family: string) => [`600 13px ${family}`, `12px ${family}`] as const;

/** Room that a label takes, pixels. */
interface Taken {
  readonly x: number;
  readonly top: number;
  readonly half: number;
}

function isFree({ x, top, half }: Taken, taken: readonly Taken[]): boolean {
  return taken.every(
    (other) => Math.abs(other.x - x) > other.half + half + 4 || Math.abs(other.top - top) > LABEL - 4,
  );
}

function widthOf(g: CanvasRenderingContext2D, lines: readonly string[], family: string): number {
  const widths = lines.map((text, line) => {
    g.font = FONTS(family)[line];
    return g.measureText(text).width;
  });
  return Math.max(...widths);
}

/** Where there is no room for all labels the apps with most people keep theirs; the table has the others. */
function labelsOf(g: CanvasRenderingContext2D, scene: Scene, month: number): ReadonlyMap<number, Taken> {
  const { world, layout, palette, width } = scene;
  const people = (app: number) => peopleAt(world, month, app);
  const apps = layout.places.map((_, app) => app).filter((app) => scene.label(app, month)[0] !== '');
  const taken = new Map<number, Taken>();
  for (const app of apps.sort((a, b) => people(b) - people(a))) {
    const { x, y } = layout.places[app];
    const half = widthOf(g, scene.label(app, month), palette.font) / 2;
    const inside = Math.min(Math.max(x, half + 4), Math.max(half + 4, width - half - 4));
    const label = { x: inside, top: y + radiusOf(people(app), layout.scale) + 3, half };
    if (layout.isLabelled || isFree(label, [...taken.values()])) taken.set(app, label);
  }
  return taken;
}

function drawLabels(g: CanvasRenderingContext2D, scene: Scene, { to }: Moment): void {
  const { world, palette } = scene;
  g.textAlign = 'center';
  g.textBaseline = 'alphabetic';
  g.lineJoin = 'round';
  for (const [app, { x, top }] of labelsOf(g, scene, to)) {
    const firm = firmOfApp(world, app);
    const ended = firm && hasEnded(firm, to);
    const name = firm ? palette.text[Math.min(firm.slot, 12) - 1] : palette.ink;
    const under = ended ? (palette.ends[firm.end]?.text ?? palette.faint) : palette.faint;
    scene.label(app, to).forEach((text, line) => {
      g.font = FONTS(palette.font)[line];
      g.lineWidth = 4;
      g.strokeStyle = palette.card;
      g.strokeText(text, x, top + (line + 1) * (LABEL / 2 - 2));
      g.fillStyle = line === 0 ? name : under;
      g.fillText(text, x, top + (line + 1) * (LABEL / 2 - 2));
    });
  }
}

/** Second line of an app that has ended. */
export function endText(end: string, words: Readonly<Record<string, string>>): string {
  return `${GLYPHS[end] ?? ''} ${words[end] ?? end}`;
}

/** Draws one frame. */
export function drawScene(g: CanvasRenderingContext2D, scene: Scene, moment: Moment): void {
  g.clearRect(0, 0, scene.width, scene.height);
  drawCircles(g, scene, moment);
  drawDots(g, scene, moment);
  drawLabels(g, scene, moment);
  drawChosen(g, scene, moment);
}

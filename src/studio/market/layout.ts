/**
 * Where the circles of a market stand: "No app" in the middle, the apps round it in scenario order, each with its label
 * below it. Places hold for all months, so they are found for the largest circle of each; the scale is the largest at
 * which circles and labels keep clear of each other and within the canvas. From an ellipse, bodies that touch push each
 * other apart; the scale is halved in on. Some ten milliseconds for 31 apps.
 */

export interface Body {
  /** Most people of any month. */
  readonly people: number;
  /** Width of its label, pixels. */
  readonly label: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  /** Of each body, in the order given; the first one is "No app". */
  readonly places: readonly Place[];
  /** Pixels of radius per square root of a person: area = people. */
  readonly scale: number;
  /** False if the labels found no room: then places are those of circles alone. */
  readonly isLabelled: boolean;
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Height of a label of two lines, and the air round bodies, pixels. */
export const LABEL = 36;
const AIR = 6;
/** Circles are drawn at least so big, pixels. */
export const LEAST = 9;
const PUSHES = 240;
const HALVINGS = 14;

interface Disc {
  x: number;
  y: number;
  readonly r: number;
  /** Half the width of the label. */
  readonly half: number;
}

/** Radius of so many people, pixels. */
export function radiusOf(people: number, scale: number): number {
  return Math.max(LEAST, scale * Math.sqrt(Math.max(0, people)));
}

/** How far a disc reaches into a rectangle; negative if clear. */
function discInRect(disc: Disc, rect: Disc): number {
  const top = rect.y + rect.r;
  const dx = Math.max(0, Math.abs(disc.x - rect.x) - rect.half);
  const dy = Math.max(0, top - disc.y, disc.y - (top + LABEL));
  return disc.r + AIR - Math.sqrt(dx * dx + dy * dy);
}

function rectInRect(a: Disc, b: Disc): number {
  const dx = a.half + b.half + AIR - Math.abs(a.x - b.x);
  const dy = LABEL + AIR - Math.abs(a.y + a.r - (b.y + b.r));
  return Math.min(dx, dy);
}

/** How deep two bodies stand in each other, pixels; not above 0 if they are clear. */
function depth(a: Disc, b: Disc): number {
  const apart = Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
  return Math.max(a.r + b.r + AIR - apart, discInRect(a, b), discInRect(b, a), rectInRect(a, b));
}

/** Moves a body into the box as far as there is room. */
function keepIn(disc: Disc, { width, height }: Box): void {
  const side = Math.max(disc.r, disc.half) + AIR;
  disc.x = width < 2 * side ? width / 2 : Math.min(Math.max(disc.x, side), width - side);
  const [above, below] = [disc.r + AIR, disc.r + LABEL + AIR];
  disc.y = height < above + below ? (height - LABEL) / 2 : Math.min(Math.max(disc.y, above), height - below);
}

function fits(disc: Disc, { width, height }: Box): boolean {
  return 2 * (Math.max(disc.r, disc.half) + AIR) <= width && 2 * (disc.r + AIR) + LABEL <= height;
}

/** Pushes two bodies apart along the line of their centres; the middle one stays. */
function push(a: Disc, b: Disc, fixed: boolean): boolean {
  const deep = depth(a, b);
  if (deep <= 0) return false;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const by = (deep + 0.5) * (fixed ? 1 : 0.5);
  b.x += (dx / length) * by;
  b.y += (dy / length) * by;
  if (!fixed) {
    a.x -= (dx / length) * by;
    a.y -= (dy / length) * by;
  }
  return true;
}

/** Bodies at this scale, pushed clear of each other; undefined if they do not come clear. */
function settle(bodies: readonly Body[], box: Box, scale: number): Disc[] | undefined {
  const { width, height } = box;
  const n = bodies.length - 1;
  const discs = bodies.map(({ people, label }, k): Disc => {
    const angle = -Math.PI / 2 + ((k - 1) / Math.max(1, n)) * 2 * Math.PI;
    const x = width / 2 + (k === 0 ? 0 : Math.cos(angle) * width * 0.38);
    const y = (height - LABEL) / 2 + (k === 0 ? 0 : Math.sin(angle) * height * 0.36);
    return { x, y, r: radiusOf(people, scale), half: label / 2 };
  });
  if (!discs.every((disc) => fits(disc, box))) return undefined;
  for (let turn = 0; turn < PUSHES; turn++) {
    let touched = false;
    for (const disc of discs) keepIn(disc, box);
    for (let a = 0; a < discs.length; a++)
      for (let b = a + 1; b < discs.length; b++) touched = push(discs[a], discs[b], a === 0) || touched;
    if (!touched) return discs;
  }
  return undefined;
}

/** Finds places and scale; bodies stand on their ellipse at scale 0 if there is no room for so many labels. */
export function layOutMarket(bodies: readonly Body[], box: Box): Layout {
  const most = bodies.reduce((sum, { people }) => sum + people, 0);
  let low = 0;
  let high = most > 0 ? Math.sqrt((box.width * box.height) / (Math.PI * most)) : 0;
  let best = settle(bodies, box, 0);
  for (let k = 0; k < HALVINGS && best; k++) {
    const middle = (low + high) / 2;
    const tried = settle(bodies, box, middle);
    if (tried) [low, best] = [middle, tried];
    else high = middle;
  }
  const unlabelled = () => bodies.map((body) => ({ ...body, label: 0 }));
  if (!best && bodies.some(({ label }) => label > 0))
    return { ...layOutMarket(unlabelled(), box), isLabelled: false };
  const places =
    best ?? bodies.map((_, k) => ({ x: ((k + 0.5) / bodies.length) * box.width, y: box.height / 2 }));
  return { places: places.map(({ x, y }) => ({ x, y })), scale: low, isLabelled: true };
}

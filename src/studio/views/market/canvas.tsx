/** The canvas of a market: moves from month to month, jumps where motion is not wanted, and says which dot was clicked. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { amount } from '../../amount.js';
import { dotAt, drawScene, easeOut, endText, FONTS, isKnown, type Scene } from '../../market/draw.js';
import { columnOf, firmOfApp, hasEnded, peopleAt, type World } from '../../market/history.js';
import { type Box, type Layout, layOutMarket } from '../../market/layout.js';
import { readPalette } from '../../market/palette.js';
import { seatsOf } from '../../market/seats.js';
import { shortNames } from '../../short-names.js';
import type { Theme } from '../../state.js';
import type { Language, Words } from '../../words.js';

/** Below this the labels leave the cash to the table, pixels. */
const NARROW = 520;
/** How labels are tried, until all find room: longest name, pixels, and whether the cash is left to the table. */
const LABELS = [
  { longest: 128, narrow: false },
  { longest: 112, narrow: true },
  { longest: 72, narrow: true },
] as const;

export interface CanvasProps {
  readonly world: World;
  readonly month: number;
  /** Length of a move, milliseconds. */
  readonly length: number;
  readonly chosen: number | undefined;
  readonly words: Words;
  readonly theme: Theme;
  readonly language: Language;
  choose(dot: number): void;
}

/** Size of an element, and again whenever it changes. */
function useBox(ref: { readonly current: HTMLElement | null }): Box | undefined {
  const [box, setBox] = useState<Box>();
  useEffect(() => {
    if (!ref.current) return;
    const watcher = new ResizeObserver(([{ contentRect }]) =>
      setBox({ width: Math.round(contentRect.width), height: Math.round(contentRect.height) }),
    );
    watcher.observe(ref.current);
    return () => watcher.disconnect();
  }, [ref]);
  return box;
}

/** Cuts a name to a width of its font; the number of a copy stays. */
function cut(g: CanvasRenderingContext2D, text: string, width: number): string {
  if (g.measureText(text).width <= width) return text;
  const number = / \d+$/.exec(text)?.[0] ?? '';
  let end = text.length - number.length;
  while (end > 1 && g.measureText(`${text.slice(0, end)}…${number}`).width > width) end--;
  return `${text.slice(0, end)}…${number}`;
}

/** The two lines below a circle. */
function lineUnder(
  { world, words, language }: Pick<CanvasProps, 'world' | 'words' | 'language'>,
  at: { app: number; month: number; narrow: boolean },
): string {
  const { app, month, narrow } = at;
  const firm = firmOfApp(world, app);
  if (firm && hasEnded(firm, month)) return endText(firm.end, words.market.ends);
  const people = amount(peopleAt(world, month, app), language);
  if (!firm || narrow || month === 0) return people;
  return `${people} · ${amount(columnOf(world, firm.slot - 1, month, 'cash'), language)}`;
}

interface Labels {
  readonly names: readonly string[];
  readonly narrow: boolean;
  readonly layout: Layout;
}

/** Names as long as there is room for, and where the apps stand that are ever in this world. */
function findLabels(g: CanvasRenderingContext2D, props: CanvasProps, { family, box }: Room): Labels {
  const { world, words } = props;
  const fonts = FONTS(family);
  const apps = Array.from({ length: world.apps + 1 }, (_, app) => app);
  const present = apps.filter((app) => isKnown(world, app, world.months));
  const months = Array.from({ length: world.months + 1 }, (_, month) => month);
  const shorts = shortNames(apps.map((app) => firmOfApp(world, app)?.name ?? words.market.noApp));
  const tried = ({ longest, narrow }: (typeof LABELS)[number]): Labels => {
    g.font = fonts[0];
    const names = shorts.map((name) => cut(g, name, longest));
    const widths = names.map((name) => g.measureText(name).width);
    g.font = fonts[1];
    const layout = layOutMarket(
      present.map((app) => ({
        people: Math.max(...months.map((month) => peopleAt(world, month, app))),
        label: Math.max(
          widths[app],
          ...months.map((month) => g.measureText(lineUnder(props, { app, month, narrow })).width),
        ),
      })),
      box,
    );
    const places = apps.map((app) => layout.places[Math.max(0, present.indexOf(app))]);
    return { names, narrow, layout: { ...layout, places } };
  };
  const [first, ...others] = box.width < NARROW ? LABELS.slice(1) : LABELS;
  return others.reduce((found, next) => (found.layout.isLabelled ? found : tried(next)), tried(first));
}

/** The font of the labels, and the canvas. */
interface Room {
  readonly family: string;
  readonly box: Box;
}

function makeScene(g: CanvasRenderingContext2D, props: CanvasProps, box: Box): Scene {
  const { world } = props;
  const palette = readPalette();
  const { names, narrow, layout } = findLabels(g, props, { family: palette.font, box });
  return {
    world,
    palette,
    ...box,
    seats: world.crowd ? seatsOf(world.crowd.code, world.apps) : [],
    layout,
    label: (app, month) =>
      isKnown(world, app, month) ? [names[app], lineUnder(props, { app, month, narrow })] : ['', ''],
  };
}

/** Says the month's picture in one sentence. */
function spoken(props: CanvasProps): string {
  const { world, month, words } = props;
  const apps = Array.from({ length: world.apps + 1 }, (_, app) => app).filter((app) =>
    isKnown(world, app, month),
  );
  const texts = apps.map(
    (app) =>
      `${firmOfApp(world, app)?.name ?? words.market.noApp} ${lineUnder(props, { app, month, narrow: true })}`,
  );
  return words.market.canvas(words.market.month(month), texts.join('; '));
}

export function MarketCanvas(props: CanvasProps) {
  const { world, month, length, chosen, theme, language, choose } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(month);
  const box = useBox(frame);
  const scene = useMemo(() => {
    const g = canvas.current?.getContext('2d');
    return g && box && makeScene(g, props, box);
  }, [world, box?.width, box?.height, theme, language]);

  useEffect(() => {
    const g = canvas.current?.getContext('2d');
    if (!scene || !g || !canvas.current) return;
    const sharp = Math.min(2, devicePixelRatio || 1);
    canvas.current.width = scene.width * sharp;
    canvas.current.height = scene.height * sharp;
    g.setTransform(sharp, 0, 0, sharp, 0, 0);
    const from = Math.min(shown.current, world.months);
    shown.current = month;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(month - from) !== 1;
    const begun = performance.now();
    let asked = 0;
    const paint = (now: number) => {
      const time = still ? 1 : Math.min(1, Math.max(0, (now - begun) / length));
      drawScene(g, scene, { from, to: month, part: time < 1 ? easeOut(time) : 1, chosen });
      if (time < 1) asked = requestAnimationFrame(paint);
    };
    paint(begun);
    return () => cancelAnimationFrame(asked);
  }, [scene, month, chosen]);

  const click = (event: MouseEvent) => {
    if (!scene || !canvas.current) return;
    const { left, top } = canvas.current.getBoundingClientRect();
    const dot = dotAt(scene, month, { x: event.clientX - left, y: event.clientY - top });
    if (dot !== undefined) choose(dot);
  };
  return (
    <div class="card cv" ref={frame}>
      <canvas ref={canvas} role="img" aria-label={spoken(props)} onClick={click} />
    </div>
  );
}

/** Boxes in plain words: "Kimi runs out of cash in 78% of the worlds where ...; coverage 61%, density 78%". */
import type { BoxLimit, DiscoveredBox, DiscoverResult, Discovery } from '../../experiment/study/discover.js';
import { intervalText, percent, plain, scaled } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { wrap } from '../text-layout.js';
import { firmText, type StudyHead, studyHead } from './head.js';

const WIDTH = 100;
const DOUBTFUL = 0.05;

function number(value: number): string {
  return Math.abs(value) >= 1000 ? scaled(value) : plain(value);
}

/** One bound as a reader would say it. */
export function limitText({ factor, unit, low, high, levels }: BoxLimit): string {
  const name = plainText(factor);
  const of = unit === '' ? '' : ` ${plainText(unit)}`;
  if (levels) return `${name} is ${levels.map((each) => plainText(String(each))).join(' or ')}`;
  if (low !== null && high !== null) return `${name} is ${number(low)} to ${number(high)}${of}`;
  return low !== null
    ? `${name} is above ${number(low)}${of}`
    : `${name} is below ${number(high ?? Number.NaN)}${of}`;
}

/** A box as sentences. */
export function boxText(box: DiscoveredBox, does: string): string {
  const where = box.limits.map(limitText).join(' and ');
  const { density, coverage } = box.fresh;
  const fresh = `On fresh worlds: density ${percent(density.estimate)} (${intervalText(density.low, density.high)}), coverage ${percent(coverage.estimate)}.`;
  const doubt =
    box.pValue > DOUBTFUL
      ? ` Boxes as good are found in ${percent(box.pValue)} of outcomes without any pattern: do not rely on it.`
      : '';
  return `${does} in ${percent(box.density)} of the worlds where ${where}; coverage ${percent(box.coverage)}, density ${percent(box.density)}, ${percent(box.mass)} of all worlds. ${fresh}${doubt}`;
}

/** What happens in a case, as a sentence without its end. */
export function caseText(head: StudyHead, { firm, measure }: Pick<Discovery, 'firm' | 'measure'>): string {
  return firm === '' ? `${plainText(measure)} is true` : `${firmText(head, firm)} runs out of cash`;
}

function discoveryText(head: StudyHead, { firm, measure, share, boxes }: Discovery): string {
  const does = caseText(head, { firm, measure });
  const all = `${does} in ${percent(share.estimate)} of all worlds (${intervalText(share.low, share.high)}).`;
  if (boxes.length === 0) return wrap(`${all} No box of the fields holds more.`, WIDTH);
  return [wrap(all, WIDTH), ...boxes.map((box) => wrap(`  ${boxText(box, does)}`, WIDTH, '  '))].join('\n');
}

const NOTE =
  'Coverage: part of all cases that lie in the box. Density: part of the worlds in the box that are cases. Boxes by PRIM; the second is looked for outside the first.';

/** The text, with a final line break. */
export function discoverText(result: StudyHead & DiscoverResult): string {
  const told = [...result.discoveries].sort(
    (a, b) => b.boxes.length - a.boxes.length || b.share.estimate - a.share.estimate,
  );
  const some = told.filter(({ boxes, share }) => boxes.length > 0 || share.estimate > 0);
  const parts = some.map((each) => discoveryText(result, each));
  const none = some.length === 0 ? ['Nothing of it happened in any world.'] : [];
  return `${[studyHead(result), ...parts, ...none, wrap(NOTE, WIDTH)].join('\n\n')}\n`;
}

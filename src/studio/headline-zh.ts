/** Headline and lead in Simplified Chinese, by the same rules and thresholds as the report's English ones. */
import type { Summary } from '../experiment/summary.js';
import { firmName } from '../report/cases.js';
import { DANGER, FEW, focusFirm, type Headline } from '../report/narrative.js';
import { bounds, count, month, percent } from '../report/numbers.js';
import { spaced } from './spaced.js';

/** An interval of a share in a sentence: `29% 至 33%`. */
export function intervalZh(low: number, high: number): string {
  if (!Number.isFinite(low + high)) return '–';
  const [a, b] = bounds(low, high);
  return `${a}% 至 ${b}%`;
}

function dangerHeadline(summary: Summary, id: string): Headline {
  const { cashOut, medianExitMonth } = summary.firms[id];
  const name = firmName(summary, id);
  if (summary.n < FEW) {
    const after = ` 的世界里，${name}耗尽现金；${count(summary.n)} 个世界太少，不足以给出单个数字。`;
    return { before: '在 ', mark: intervalZh(cashOut.low, cashOut.high), after };
  }
  const about = cashOut.low <= DANGER && DANGER < cashOut.high ? '约 ' : '';
  const after = ` 的世界里，${name}耗尽现金；中位时间是第 ${month(medianExitMonth)} 个月。`;
  return { before: '在 ', mark: `${about}${percent(cashOut.estimate)}`, after };
}

/** The answer as a sentence. */
export function headlineZh(summary: Summary): Headline {
  return spaced(plainHeadline(summary));
}

function plainHeadline(summary: Summary): Headline {
  if (summary.n === 0) return { before: '还没有答案：', mark: '没有世界', after: '走到终点。' };
  const id = focusFirm(summary);
  const { estimate, low, high } = summary.firms[id].cashOut;
  if (estimate > DANGER) return dangerHeadline(summary, id);
  if (high <= DANGER) return { before: '没有公司在', mark: '超过 5%', after: ' 的世界里耗尽现金。' };
  if (estimate === 0) {
    const mark = `${count(summary.n)} 个世界`;
    return { before: '在全部 ', mark, after: `里都没有公司耗尽现金；世界太少，无法排除 ${percent(high)}。` };
  }
  const before = `${firmName(summary, id)}最常耗尽现金，发生在 `;
  return { before, mark: intervalZh(low, high), after: ' 的世界里。' };
}

/** Interval, number of worlds and months. */
export function leadZh(summary: Summary): string {
  if (summary.n === 0) return '';
  const { low, high } = summary.firms[focusFirm(summary)].cashOut;
  return `95% 区间为 ${intervalZh(low, high)}，共 ${count(summary.n)} 个世界，每个 ${summary.months} 个月。`;
}

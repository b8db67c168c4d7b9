/** What somebody probably meant by a text that is no number: other units, thousands separators, decimal commas. */

/** How numbers are written, for whoever wrote something else. */
export const WRITE_NUMBERS = 'write 12, 5.5 M, 30 k, 1.2 B or 35%';

/** Units that people write, as a factor, in lower case unless both cases mean different things. */
const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  g: 1e9,
  billion: 1e9,
  billions: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  percent: 0.01,
  pct: 0.01,
};

const UNITS = [
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** `5 M`, `100 k`, `12`. */
function shortest(value: number): string {
  const unit = UNITS.find(([size]) => value >= size);
  return unit ? `${value / unit[0]} ${unit[1]}` : String(value);
}

function withFactor(digits: string, word: string): string | undefined {
  const factor = FACTORS[word.toLowerCase()];
  if (factor === undefined) return undefined;
  return factor < 1 ? `${digits}%` : shortest(Number(digits) * factor);
}

const UNIT = String.raw`(?:\s*([A-Za-z]+|%))?`;
const SEPARATED = new RegExp(String.raw`^(\d{1,3}(?:[,' ]\d{3})+)(\.\d+)?${UNIT}$`);
const DECIMAL_COMMA = new RegExp(String.raw`^(\d+),(\d+)${UNIT}$`);
const WITH_UNIT = /^(\d+(?:\.\d+)?|\.\d+)\s*([A-Za-z]+)$/;

/**
 * A hint for a text that could not be read as a number.
 * @param text without tag
 */
export function numberHint(text: string): string {
  const trimmed = text.trim();
  const separated = trimmed.length < 40 ? SEPARATED.exec(trimmed) : null;
  if (separated) {
    const digits = separated[1].replace(/[,' ]/g, '') + (separated[2] ?? '');
    if (separated[3]) return `write ${digits} ${separated[3]}: no thousands separators`;
    return `write ${digits} or ${shortest(Number(digits))}: no thousands separators`;
  }
  const comma = DECIMAL_COMMA.exec(trimmed);
  if (comma) return `did you mean \`${comma[1]}.${comma[2]}${comma[3] ? ` ${comma[3]}` : ''}\`?`;
  if (/\bto\b/.test(trimmed)) return 'write an interval as `5 to 10`';
  const scaled = WITH_UNIT.exec(trimmed);
  const meant = scaled && withFactor(scaled[1], scaled[2]);
  if (meant) return `did you mean \`${meant}\`?`;
  return scaled ? `${WRITE_NUMBERS}, without \`${scaled[2].slice(0, 20)}\`` : WRITE_NUMBERS;
}

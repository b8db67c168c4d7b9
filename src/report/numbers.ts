/**
 * How numbers are written: one rule for terminal, page, hover and table. No locale functions, so the same bytes
 * everywhere. The page's script uses these functions too (by their source text), so each calls only others of
 * this file. A gap is U+202F (thin, no line break), the minus is U+2212, a missing number is an en dash.
 */

/** Digits with thousands commas: 2000 -> `2,000`. Takes the text of a number without sign. */
export function grouped(digits: string): string {
  const [whole, fraction] = digits.split('.');
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}

/** A count of things, rounded to a whole number: `2,000`. */
export function count(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  return (value < -0.5 ? '−' : '') + grouped(Math.abs(value).toFixed(0));
}

/** A share (0..1) in whole percent without the sign: `31`, `<1`, `>99`. */
export function percentDigits(share: number): string {
  if (share > 0 && share < 0.005) return '<1';
  if (share < 1 && share > 0.995) return '>99';
  return (share * 100).toFixed(0);
}

/** A share (0..1) in percent: `31%`, `<1%`, `>99%`. */
export function percent(share: number | null): string {
  return share === null || !Number.isFinite(share) ? '–' : `${percentDigits(share)}%`;
}

/** One end of an interval of a share, in percent: whole, or one decimal where whole digits would say 0 or 100. */
export function boundDigits(share: number): string {
  if (share <= 0) return '0';
  if (share >= 1) return '100';
  if (share < 0.0005) return '<0.1';
  if (share > 0.9995) return '>99.9';
  const whole = (share * 100).toFixed(0);
  const fine = (share * 100).toFixed(1);
  return (share < 0.0095 || whole === '100') && !fine.endsWith('.0') ? fine : whole;
}

/** Both ends, in percent; one decimal each where whole digits would make them equal. */
export function bounds(low: number, high: number): readonly [string, string] {
  const [a, b] = [boundDigits(low), boundDigits(high)];
  return a === b && low !== high ? [(low * 100).toFixed(1), (high * 100).toFixed(1)] : [a, b];
}

/** An interval of a share in a sentence: `29 to 33%`. */
export function intervalText(low: number, high: number): string {
  if (!Number.isFinite(low + high)) return '–';
  const [a, b] = bounds(low, high);
  return `${a} to ${b}%`;
}

/** An interval of a share in a table: `29–33`. */
export function intervalCell(low: number, high: number): string {
  if (!Number.isFinite(low + high)) return '–';
  const [a, b] = bounds(low, high);
  return `${a}–${b}`;
}

/** Three significant digits at most, for a value of its own unit below 1000: `1.20`, `12.0`, `860`. */
export function significant(size: number): string {
  if (size === 0) return '0';
  return size < 9.995 ? size.toFixed(2) : size < 99.95 ? size.toFixed(1) : size.toFixed(0);
}

/**
 * Money in currency, or people: `1.20 B`, `860 M`, `6.6 M`, `50 k`, `340`, `2.35`. Millions and thousands have one
 * decimal below ten and none above; billions three significant digits.
 */
export function scaled(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size >= 999.5e9) return `${sign}${significant(size / 1e12)}\u202fT`;
  if (size >= 999.5e6) return `${sign}${significant(size / 1e9)}\u202fB`;
  if (size >= 999.5e3) return `${sign}${(size / 1e6).toFixed(size < 9.95e6 ? 1 : 0)}\u202fM`;
  if (size >= 999.5) return `${sign}${(size / 1e3).toFixed(size < 9.95e3 ? 1 : 0)}\u202fk`;
  if (size >= 99.95 || Number.isInteger(size)) return sign + size.toFixed(0);
  return size < 0.005 ? plain(value) : sign + size.toFixed(size < 9.995 ? 2 : 1);
}

/** Any other number, at most three significant digits and no needless zeros: `0.0042`, `1.7`, `2,552`. */
export function plain(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e6) return scaled(value);
  const digits = size >= 100 ? size.toFixed(0) : size === 0 ? '0' : String(Number(size.toPrecision(3)));
  return (value < 0 && digits !== '0' ? '−' : '') + (digits.includes('e') ? digits : grouped(digits));
}

/** A number with its sign: `+4`, `−12`, `0`; `write` gives the digits of the size. */
export function signed(value: number, write: (size: number) => string): string {
  if (!Number.isFinite(value)) return '–';
  const digits = write(Math.abs(value));
  return digits === '0' ? '0' : (value < 0 ? '−' : '+') + digits;
}

/** A difference of shares (-1..1) in whole points with its sign: `+12`, `−3`, `0`. */
export function points(difference: number): string {
  return signed(difference * 100, (size) => size.toFixed(0));
}

/** A month, also a quantile of months, as a whole number: `18`. */
export function month(value: number | null): string {
  return value === null || !Number.isFinite(value) ? '–' : value.toFixed(0);
}

/** A text of the scenario with its hyphens before digits as minus signs. */
export function typeset(text: string): string {
  return text.replace(/(^|[\s(])-(?=[\d.])/g, '$1−');
}

/** Exact digits in fewer letters: `10 k`, `2.1 B`; with commas where that would need more than four digits. */
export function compact(digits: string): string {
  const value = Number(digits);
  const [name, unit] = (
    [
      ['T', 1e12],
      ['B', 1e9],
      ['M', 1e6],
      ['k', 1e3],
    ] as const
  ).find(([, size]) => value >= size) ?? ['', 1];
  const short = String(value / unit);
  return name !== '' && short.length <= 5 ? `${short}\u202f${name}` : grouped(digits);
}

/** A text of the scenario with its whole numbers of five and more digits made readable, none rounded. */
export function readable(text: string): string {
  return typeset(text).replace(/(?<![\w.,])\d{5,}(?!\w|[.,]\d|\s*[kMB%](?!\w))/g, compact);
}

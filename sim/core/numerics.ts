/**
 * Elementary functions that give the same bits on every engine: JavaScript leaves the last digits of
 * `Math.exp` and its kin to the implementation. Only + - * /, sqrt, floor and exact powers of two are used.
 * exp and log after fdlibm (Sun Microsystems 1993), error below 1 ulp; the normal quantile is AS 241
 * (Wichura 1988, PPND16), relative error below 1e-16.
 */

const LN2_HI = 6.9314718036912381649e-1;
const LN2_LO = 1.90821492927058770002e-10;
/** log2(e): utilities are kept in powers of two inside the population. */
export const LOG2E = Math.LOG2E;

const POWERS = powersOfTwo();
const LOWEST = -1074;

function powersOfTwo(): Float64Array {
  const table = new Float64Array(1024 + 1074);
  let up = 1;
  for (let k = 0; k <= 1023; k++, up *= 2) table[k + 1074] = up;
  let down = 1;
  for (let k = 0; k >= -1074; k--, down /= 2) table[k + 1074] = down;
  return table;
}

/** e^x; 0 below -745.2, Infinity above 709.8. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * LOG2E + 0.5);
  const high = x - k * LN2_HI;
  const low = k * LN2_LO;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k > 1023) return y * 2 * POWERS[1023 - LOWEST];
  return k >= -1021 ? y * POWERS[k - LOWEST] : y * POWERS[k + 60 - LOWEST] * POWERS[-60 - LOWEST];
}

const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);
DOUBLE[0] = 1;
const HIGH = WORDS[1] === 0x3ff00000 ? 1 : 0;

/** Natural logarithm; NaN below 0, -Infinity at 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    k = -54;
  }
  DOUBLE[0] = x;
  const raised = (WORDS[HIGH] & 0xfffff) + 0x95f64;
  k += (WORDS[HIGH] >>> 20) - 1023 + (raised >>> 20);
  WORDS[HIGH] = (WORDS[HIGH] & 0xfffff) | ((raised & 0x100000) ^ 0x3ff00000);
  const f = DOUBLE[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return k * LN2_HI - (half - (s * (half + (even + odd)) + k * LN2_LO) - f);
}

/** x^y for x >= 0; relative error about 1e-16 x |y ln x|. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  return exp(y * log(x));
}

const CENTRE = [
  2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
  13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
];
const CENTRE_DIVISOR = [
  5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
  5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
];
const MIDDLE = [
  7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
  3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
];
const MIDDLE_DIVISOR = [
  1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
  0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
];
const TAIL = [
  2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
  0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
];
const TAIL_DIVISOR = [
  2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
  0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
];

/** Horner's scheme, highest power first. */
function polynomial(c: readonly number[], x: number): number {
  let sum = c[0];
  for (let i = 1; i < c.length; i++) sum = sum * x + c[i];
  return sum;
}

/** Quantile of the standard normal law; u in (0, 1). */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE, r)) / polynomial(CENTRE_DIVISOR, r);
  }
  const r = Math.sqrt(-log(q < 0 ? u : 1 - u));
  const z =
    r <= 5
      ? polynomial(MIDDLE, r - 1.6) / polynomial(MIDDLE_DIVISOR, r - 1.6)
      : polynomial(TAIL, r - 5) / polynomial(TAIL_DIVISOR, r - 5);
  return q < 0 ? -z : z;
}

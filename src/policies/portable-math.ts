/**
 * The `Math` of fenced and untrusted policies: what every engine computes to the same bit, and exp, log and powers
 * from the model's own numerics. No trigonometry and no chance: a policy has its `luck`. Imports nothing at run time,
 * because its compiled text runs inside the sandbox.
 */

/** Functions of sim/core/numerics. */
export interface Numerics {
  exp(x: number): number;
  log(x: number): number;
  pow(x: number, y: number): number;
}

/** Given to the last bit by the language's specification. */
const EXACT = [
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'],
  ...['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
] as const;

/** Above this, a whole power is no quicker by multiplication. */
const LARGEST_POWER = 64;

/** x^n by repeated squaring: exact where the result is. n whole, from 0 to 64. */
function wholePower(x: number, n: number): number {
  let [result, square] = [1, x];
  for (let left = n; left > 0; left >>= 1, square *= square) if (left & 1) result *= square;
  return result;
}

/** x^y; NaN for a negative x and a y that is not whole. */
function powerOf({ pow }: Numerics): (x: number, y: number) => number {
  return (x, y) => {
    if (Number.isNaN(x) || Number.isNaN(y)) return y === 0 ? 1 : Number.NaN;
    const size = y < 0 ? -y : y;
    if (size <= LARGEST_POWER && size % 1 === 0) return y < 0 ? 1 / wholePower(x, size) : wholePower(x, size);
    if (x > 0 || Object.is(x, 0)) return pow(x, y);
    if (size !== Infinity && size % 1 !== 0) return x === 0 || x === -Infinity ? pow(-x, y) : Number.NaN;
    return size % 2 === 1 ? -pow(-x, y) : pow(-x, y);
  };
}

/**
 * A frozen Math. log1p and expm1 after Kahan (Higham 2002, Accuracy and Stability of Numerical Algorithms, section
 * 1.14.1), hypot by scaling.
 * @param own the `Math` of the place it is made in
 */
export function portableMath(numerics: Numerics, own: Math): Partial<Math> {
  const { exp, log } = numerics;
  const pow = powerOf(numerics);
  const math: Record<string, unknown> = {};
  for (const name of EXACT) math[name] = own[name];
  math.exp = (x: number) => exp(+x);
  math.log = (x: number) => log(+x);
  math.pow = (x: number, y: number) => pow(+x, +y);
  math.log2 = (x: number) => log(+x) / own.LN2;
  math.log10 = (x: number) => log(+x) / own.LN10;
  math.log1p = (x: number) => {
    const u = 1 + x;
    return u === 1 || u === Infinity ? x : (log(u) * x) / (u - 1);
  };
  math.expm1 = (x: number) => {
    const u = exp(+x);
    if (u === 1) return x;
    return u === Infinity || u - 1 === -1 ? u - 1 : ((u - 1) * x) / log(u);
  };
  math.cbrt = (x: number) => (x === 0 ? x : own.sign(x) * pow(own.abs(x), 1 / 3));
  math.hypot = (...sides: number[]) => {
    let most = 0;
    for (const side of sides) most = own.max(most, own.abs(side));
    if (most === 0 || most === Infinity || Number.isNaN(most)) return most;
    let sum = 0;
    for (const side of sides) sum += (side / most) * (side / most);
    return most * own.sqrt(sum);
  };
  return Object.freeze(math);
}

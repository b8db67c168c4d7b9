// The six-app benchmark model around a month written by hand in WebAssembly SIMD (by-hand/month.ts): firms and
// population in JavaScript, one core. simd-by-hand.mjs USERS REVIEW REPETITIONS WASM, USERS a multiple of 4.
import { readFileSync } from 'node:fs';
import seedrandom from 'seedrandom';
import { repeat } from './repeat.mjs';

const PER_LN2 = Math.LOG2E;
const QUALITY = [2.2, 1.6, 2.0, 1.2, 1.7, 1.4];
const FIXED = [0.8, 0.5, 0.4, 0.2, 0.3, 0.6];
const CASH = [12, 20, 6, 3, 4, 8];
const ADS = [0, 0.4, 0, 0.6, 0, 0.3];
/** Usage in whole quanta of 1/4096 million tokens. */
const QUANTA = 4096;
/** First byte behind the scratch of the month. */
const BASE = 65536;

/** Where the columns, the offers and the tally of so many users lie; each begins on 64 bytes. */
function layOut(users) {
  let at = BASE;
  const take = (bytes) => {
    const here = at;
    at = (at + bytes + 63) & ~63;
    return here;
  };
  const column = () => take(4 * users);
  return {
    columns: [column(), column(), column(), column(), take(2 * users)],
    par: take(76),
    out: take(112),
    end: at,
  };
}

/** An instance with memory for so many users; one for all repetitions, because fresh pages cost time. */
function instantiate(users) {
  const layout = layOut(users);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.end / 65536) });
  const module = new WebAssembly.Module(readFileSync(process.argv[5]));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  exports.writePackings();
  return { layout, buffer: memory.buffer, exports };
}

/** Fills the columns: alpha and switching cost at most what f32 bears, as in the limit. */
function drawUsers({ buffer, layout }, users, seed) {
  const [price, grip, taste, usage, state] = layout.columns;
  const random = seedrandom.alea(`s${seed}`);
  const columns = [price, grip, taste].map((at) => new Float32Array(buffer, at, users));
  const quanta = new Int32Array(buffer, usage, users);
  new Uint16Array(buffer, state, users).fill(0);
  for (let i = 0; i < users; i++) {
    const [r, s] = [0, 0].map(() => Math.sqrt(-2 * Math.log(1 - random())));
    const [x, y] = [0, 0].map(() => 2 * Math.PI * random());
    columns[0][i] = 0.1 * Math.exp(0.5 * r * Math.cos(x));
    columns[1][i] = PER_LN2 * Math.min(20, 1.5 * Math.exp(0.6 * r * Math.sin(x)));
    columns[2][i] = 1 + 0.2 * s * Math.cos(y);
    quanta[i] = Math.min(2e6, QUANTA * Math.exp(s * Math.sin(y)) + 0.5);
  }
}

class Market {
  companies = [20, 0, 15, 5, 10, 0].map((price) => ({ price, cash: 0, share: 0, exit: null }));

  constructor(instance, { users, review, seed }) {
    const { buffer, layout, exports } = instance;
    Object.assign(this, { users, review, seed, layout, month: exports });
    this.par = new Float32Array(buffer, layout.par, 19);
    this.out = new BigInt64Array(buffer, layout.out, 14).fill(0n);
    drawUsers(instance, users, seed);
    const usage = new Int32Array(buffer, layout.columns[3], users);
    this.out[0] = BigInt(users);
    this.out[7] = BigInt(usage.reduce((sum, quanta) => sum + quanta, 0));
    for (let j = 0; j < 6; j++) this.companies[j].cash = CASH[j] * users;
  }

  firms() {
    return this.companies;
  }

  step(month) {
    const { users, layout, review, companies } = this;
    companies.forEach(({ price, share, exit }, j) => {
      this.par[j] = QUALITY[j] * PER_LN2;
      this.par[6 + j] = price * PER_LN2;
      this.par[12 + j] = exit === null ? Math.sqrt(1 + 100 * share) : 0;
    });
    this.par[18] = 50 / Math.max(1e-3, ...this.par.subarray(6, 12));
    const inputs = [users, ...layout.columns, month, layout.par, this.seed, layout.out];
    if (review >= 1) this.month.dense(...inputs);
    else this.month.sparse(...inputs, Math.round(review * 65536));
    this.closeMonth(month);
  }

  closeMonth(month) {
    const tokenCost = 0.3 + 1.7 * 0.95 ** month;
    let left = 0;
    this.companies.forEach((firm, j) => {
      if (firm.exit !== null) return;
      this.closeFirm(firm, j, tokenCost);
      if (firm.cash >= 0) return;
      firm.exit = month;
      firm.share = 0;
      left |= 2 << j;
    });
    if (left) this.release(left);
  }

  closeFirm(firm, j, tokenCost) {
    const { users, out } = this;
    const subscribers = Number(out[j + 1]);
    const usage = Number(out[j + 8]) / QUANTA;
    const net = subscribers * (firm.price + ADS[j]) - tokenCost * usage - FIXED[j] * users;
    const share = subscribers / users;
    firm.cash += net;
    if (net < 0 && firm.cash / -net < 6) firm.price = firm.price === 0 ? 1 : firm.price * 1.02;
    else if (share < firm.share) firm.price *= 0.98;
    firm.share = share;
  }

  release(left) {
    this.month.release(this.users, this.layout.columns[4], left);
    for (const from of [1, 2, 3, 4, 5, 6].filter((app) => (left >> app) & 1)) {
      for (const offset of [0, 7]) {
        this.out[offset] += this.out[offset + from];
        this.out[offset + from] = 0n;
      }
    }
  }
}

let instance;
repeat('simd-by-hand', (users, review, seed) => {
  instance ??= instantiate(users);
  return new Market(instance, { users, review, seed });
});

// The six-app benchmark model as tidy JavaScript objects, after one profiling pass: what a careful engineer
// writes without arrays or SIMD. A class per firm and per user, one scratch array, the network term once a month.
// Draws: seedrandom's Alea. objects.mjs USERS REVIEW REPETITIONS.
import seedrandom from 'seedrandom';
import { repeat } from './repeat.mjs';

/** A normal draw by Box and Muller 1958. */
function normal(random, mean, deviation) {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random());
}

class Firm {
  exit = null;
  share = 0;
  network = 0;
  subscribers = 0;
  usage = 0;

  constructor(price, quality, fixed, cash, ad) {
    this.price = price;
    this.quality = quality;
    this.fixed = fixed;
    this.cash = cash;
    this.ad = ad;
  }

  closeMonth(month, tokenCost, users) {
    const net = this.subscribers * (this.price + this.ad) - tokenCost * this.usage - this.fixed;
    const share = this.subscribers / users;
    this.cash += net;
    if (net < 0 && this.cash / -net < 6) this.price = this.price === 0 ? 1 : this.price * 1.02;
    else if (share < this.share) this.price *= 0.98;
    this.share = share;
    if (this.cash < 0) {
      this.exit = month;
      this.share = 0;
    }
  }
}

class User {
  app = null;
  tenure = 0;

  constructor(random) {
    this.alpha = Math.exp(normal(random, Math.log(0.1), 0.5));
    this.switching = Math.exp(normal(random, Math.log(1.5), 0.6));
    this.taste = normal(random, 1, 0.2);
    this.usage = Math.exp(normal(random, 0, 1));
  }

  step(market) {
    const reviews = market.review >= 1 || market.random() < market.review;
    const choice = reviews ? this.choose(market) : this.app;
    if (choice === this.app) this.tenure++;
    else {
      this.app = choice;
      this.tenure = 0;
    }
  }

  choose({ companies, weights, random }) {
    const app = this.app;
    const cost = this.switching * (app ? 1 + (0.8 * Math.min(this.tenure, 12)) / 12 : 0.3);
    let total = 1;
    for (let i = 0; i < companies.length; i++) {
      const firm = companies[i];
      const value = this.taste * firm.quality + firm.network - this.alpha * firm.price;
      weights[i] = firm.exit === null ? Math.exp(firm === app ? value : value - cost) : 0;
      total += weights[i];
    }
    let rest = random() * total;
    for (let i = 0; i < companies.length; i++) {
      rest -= weights[i];
      if (rest < 0) return companies[i];
    }
    return null;
  }
}

class Market {
  weights = new Float64Array(6);

  constructor(users, review, seed) {
    this.review = review;
    this.random = seedrandom.alea(`s${seed}`);
    const quality = [2.2, 1.6, 2.0, 1.2, 1.7, 1.4];
    const fixed = [0.8, 0.5, 0.4, 0.2, 0.3, 0.6];
    const cash = [12, 20, 6, 3, 4, 8];
    const ad = [0, 0.4, 0, 0.6, 0, 0.3];
    this.companies = [20, 0, 15, 5, 10, 0].map(
      (price, j) => new Firm(price, quality[j], fixed[j] * users, cash[j] * users, ad[j]),
    );
    this.users = Array.from({ length: users }, () => new User(this.random));
  }

  firms() {
    return this.companies;
  }

  step(month) {
    for (const firm of this.companies) {
      firm.network = 0.5 * Math.log(1 + 100 * firm.share);
      firm.subscribers = 0;
      firm.usage = 0;
    }
    for (const user of this.users) user.step(this);
    for (const { app, usage } of this.users) {
      if (!app) continue;
      app.subscribers++;
      app.usage += usage;
    }
    this.closeMonth(month);
  }

  closeMonth(month) {
    const tokenCost = 0.3 + 1.7 * 0.95 ** month;
    for (const firm of this.companies) {
      if (firm.exit !== null) continue;
      firm.closeMonth(month, tokenCost, this.users.length);
      if (firm.exit !== null) this.release(firm);
    }
  }

  release(firm) {
    for (const user of this.users) {
      if (user.app !== firm) continue;
      user.app = null;
      user.tenure = 0;
    }
  }
}

repeat('objects', (users, review, seed) => new Market(users, review, seed));

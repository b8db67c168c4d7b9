import { describe, expect, it } from 'vitest';
import { LABEL, layOutMarket, radiusOf } from '../../../src/studio/market/layout.js';
import { seatsOf } from '../../../src/studio/market/seats.js';

const sizes = [
  { width: 700, height: 560 },
  { width: 390, height: 420 },
];
/** People of "No app" and of apps, from even to a giant beside dwarfs. */
const markets = {
  'six even apps': [4e6, ...Array(6).fill(2e6)],
  'a giant and dwarfs': [7e8, 1e8, 2e7, ...Array(8).fill(1e6)],
  'nobody without an app': [0, 5e6, 4e6, 1e6],
  'one app': [1e6, 9e5],
};

describe('the places of a market', () => {
  for (const [name, people] of Object.entries(markets))
    for (const box of sizes)
      it(`keeps circles and labels clear of each other and inside: ${name}, ${box.width} px`, () => {
        const bodies = people.map((n) => ({ people: n, label: 70 }));
        const { places, scale } = layOutMarket(bodies, box);
        expect(scale).toBeGreaterThan(0);
        const radius = (k: number) => radiusOf(people[k], scale);
        places.forEach(({ x, y }, a) => {
          expect(Math.min(x - radius(a), y - radius(a))).toBeGreaterThanOrEqual(0);
          expect(x + Math.max(35, radius(a))).toBeLessThanOrEqual(box.width);
          expect(y + radius(a) + LABEL).toBeLessThanOrEqual(box.height);
          places.slice(a + 1).forEach((other, k) => {
            const b = a + 1 + k;
            const apart = Math.hypot(x - other.x, y - other.y);
            expect(apart).toBeGreaterThan(radius(a) + radius(b));
            const sideways = Math.abs(x - other.x) >= 70;
            const below = Math.abs(y + radius(a) - (other.y + radius(b))) >= LABEL;
            expect(sideways || below).toBe(true);
          });
        });
      });

  it('says so where labels find no room, and still keeps circles clear of each other', () => {
    const bodies = Array(24).fill({ people: 1e6, label: 120 });
    const { places, scale, isLabelled } = layOutMarket(bodies, { width: 390, height: 380 });
    expect(isLabelled).toBe(false);
    const apart = places.flatMap((a, k) => places.slice(k + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
    expect(Math.min(...apart)).toBeGreaterThan(2 * radiusOf(1e6, scale));
  });

  it('gives area in proportion to people', () => {
    expect(radiusOf(4e6, 0.02) / radiusOf(1e6, 0.02)).toBe(2);
  });
});

describe('the seats of dots', () => {
  it('are 0 to n - 1 in every app and month, and who stays moves only when her app has shrunk below her seat', () => {
    const months = 6;
    const code = (dot: number, month: number) =>
      (((dot * 7 + (dot % 5 === 0 ? month * 3 : 0)) % 4) << 2) & 255;
    const codes = Array.from({ length: months }, (_, month) =>
      Uint8Array.from({ length: 200 }, (_, dot) => code(dot, month)),
    );
    const seats = seatsOf(codes, 3);
    codes.forEach((now, month) => {
      for (let app = 0; app <= 3; app++) {
        const members = [...now.keys()].filter((dot) => now[dot] >> 2 === app);
        expect(members.map((dot) => seats[month][dot]).sort((a, b) => a - b)).toEqual(
          members.map((_, k) => k),
        );
        if (month === 0) continue;
        for (const dot of members)
          if (codes[month - 1][dot] === now[dot] && seats[month - 1][dot] < members.length)
            expect(seats[month][dot]).toBe(seats[month - 1][dot]);
      }
    });
  });
});

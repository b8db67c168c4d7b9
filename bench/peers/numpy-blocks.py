"""The six-app benchmark model in NumPy: float32, blocks of users that stay in the cache, one row an app.

The fastest array program of this model that was found. In sparse months a block decides for its reviewers only,
so its blocks are larger; the word `all` at the end has it decide for all and keep the reviewers' choices, the
simpler program. One thread: the caller sets OMP_NUM_THREADS=1.

numpy-blocks.py USERS REVIEW REPETITIONS [all] prints one line of JSON; userMonthsPerSecond is the best repetition
by CPU time without the drawing of the population, which is new in each.
"""

import json
import math
import sys
import time

try:
    import numpy as np
except ImportError:
    print(json.dumps({"name": "numpy-blocks", "skipped": "numpy is not installed for this python3"}))
    sys.exit(0)

APPS, MONTHS, F = 6, 24, np.float32
QUALITY = np.array([2.2, 1.6, 2.0, 1.2, 1.7, 1.4])
ADS = np.array([0, 0.4, 0, 0.6, 0, 0.3])


class Market:
    def __init__(self, users, review, seed, everyone):
        self.rng = rng = np.random.default_rng(seed)
        self.users, self.review = users, review
        self.everyone = everyone or review >= 1
        self.block = 2048 if self.everyone else int(2048 / review)
        self.alpha = rng.lognormal(math.log(0.10), 0.5, users).astype(F)
        self.grip = rng.lognormal(math.log(1.5), 0.6, users).astype(F)
        self.taste = rng.normal(1.0, 0.2, users).astype(F)
        self.usage = rng.lognormal(0, 1.0, users).astype(F)
        self.app = np.zeros(users, np.int8)
        self.tenure = np.zeros(users, np.int16)
        self.price = np.array([20, 0, 15, 5, 10, 0], float)
        self.fixed = users * np.array([0.8, 0.5, 0.4, 0.2, 0.3, 0.6])
        self.cash = users * np.array([12, 20, 6, 3, 4, 8], float)
        self.share = np.zeros(APPS)
        self.exit = [None] * APPS
        self.rows = np.empty((APPS + 1, self.block), F)

    def choose(self, at, app, tenure):
        """The app each user at `at` (a slice or an array of numbers) takes: the running total against one draw."""
        alpha, taste = self.alpha[at], self.taste[at]
        ramp = F(1) + F(0.8 / 12) * np.minimum(tenure, 12).astype(F)
        cost = self.grip[at] * np.where(app > 0, ramp, F(0.3))
        total = self.rows[:, : len(app)]
        network = 0.5 * np.log1p(100 * self.share)
        total[0] = 1
        for j in range(APPS):
            row = total[j + 1]
            if self.exit[j] is not None:
                row[:] = total[j]
                continue
            np.multiply(taste, F(QUALITY[j]), out=row)
            row += F(network[j])
            row -= alpha * F(self.price[j])
            row -= cost * (app != j + 1)
            np.exp(row, out=row)
            row += total[j]
        target = self.rng.random(len(app), dtype=F) * total[APPS]
        chosen = np.zeros(len(app), np.int8)
        for j in range(APPS):
            chosen += total[j] <= target
        return chosen

    def move_all(self, block):
        app, tenure = self.app[block], self.tenure[block]
        chosen = self.choose(block, app, tenure)
        if self.review < 1:
            reviews = self.rng.random(len(app), dtype=F) < self.review
            chosen = np.where(reviews, chosen, app)
        same = chosen == app
        tenure += 1
        tenure *= same
        app[:] = chosen

    def move_reviewers(self, block):
        tenure = self.tenure[block]
        reviewers = np.flatnonzero(self.rng.random(len(tenure), dtype=F) < self.review)
        at = reviewers + block.start
        app = self.app[at]
        chosen = self.choose(at, app, tenure[reviewers])
        moved = chosen != app
        tenure += 1
        tenure[reviewers[moved]] = 0
        self.app[at[moved]] = chosen[moved]

    def step(self, month):
        move = self.move_all if self.everyone else self.move_reviewers
        for first in range(0, self.users, self.block):
            move(slice(first, min(first + self.block, self.users)))
        counts = np.bincount(self.app, minlength=APPS + 1)[1:]
        usage = np.bincount(self.app, weights=self.usage, minlength=APPS + 1)[1:]
        for j in range(APPS):
            if self.exit[j] is None:
                self.close(j, month, counts[j], usage[j])

    def close(self, j, month, count, usage):
        token = 0.3 + 1.7 * 0.95**month
        net = count * (self.price[j] + ADS[j]) - token * usage - self.fixed[j]
        self.cash[j] += net
        share = count / self.users
        if net < 0 and self.cash[j] / -net < 6:
            self.price[j] = 1.0 if self.price[j] == 0 else self.price[j] * 1.02
        elif share < self.share[j]:
            self.price[j] *= 0.98
        self.share[j] = share
        if self.cash[j] < 0:
            self.exit[j], self.share[j] = month, 0.0
            gone = self.app == j + 1
            self.app[gone] = 0
            self.tenure[gone] = 0


def main(users, review, repetitions, everyone):
    seconds, shares, exits = [], np.zeros(APPS), []
    for seed in range(1, repetitions + 1):
        market = Market(users, review, seed, everyone)
        start = time.process_time()
        for month in range(MONTHS):
            market.step(month)
        seconds.append(time.process_time() - start)
        shares += market.share / repetitions
        exits.append(market.exit[5])
    name = "numpy-blocks-all" if everyone else "numpy-blocks"
    row = {"name": name, "users": users, "review": review, "repetitions": repetitions}
    row |= {"userMonthsPerSecond": round(users * MONTHS / min(seconds)), "firm6Exit": exits}
    row |= {"shares": [round(float(share), 5) for share in shares], "numpy": np.__version__}
    print(json.dumps(row))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit("usage: numpy-blocks.py USERS REVIEW REPETITIONS [all]")
    main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), sys.argv[4:] == ["all"])

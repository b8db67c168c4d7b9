// The limit: the six-app benchmark model written by hand in vector intrinsics for one core, for nothing else.
// It stands for what this machine can do on this model, so that an engine can be given as a fraction of it:
// app count, month count, tenure law and prices are constants, one tier, no segments, no features, no seeds that
// a user could name, no bit-equality over widths. 22 bytes a user, no branch per user in a dense month.
//
// The arithmetic. Multinomial logit by inversion of the running total (McFadden 1974; Train 2009, ch. 3), utilities
// in base 2, f32. 2^x: round to nearest by the 1.5·2^23 constant, then a polynomial of degree 4 fitted for least
// largest relative error (own fit), the exponent by VSCALEFPS or added as an integer. Uniforms: xoshiro128++ (Blackman and
// Vigna 2021), one stream a lane, seeded each month by the 32-bit finaliser of hash-prospector (Wellons). Sparse
// months: 16-bit draws mark the reviewers, their numbers are left-packed 1,024 users at a time, gathered, decided
// and only the movers written back. Usage is counted in whole quanta of 1/4096 million tokens: sums are exact.
// Normals: Box and Muller 1958. Counts are of users at or above app j (one mask each), differenced at the end.
//
// market USERS REVIEW REPETITIONS prints one line of JSON. USERS is a multiple of 16; REVIEW lies in (0, 1].
// userMonthsPerSecond is the best repetition by CPU time, the drawing of the population not counted; each
// repetition draws its own population. shares are means over the repetitions, firm6Exit has a month for each.
#include "lanes.hpp"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

constexpr int APPS = 6, MONTHS = 24, CHUNK = 1024;
constexpr float PER_LN2 = 1.4426950408889634f;
constexpr double QUALITY[APPS] = {2.2, 1.6, 2.0, 1.2, 1.7, 1.4}, FIRST_PRICE[APPS] = {20, 0, 15, 5, 10, 0};
constexpr double FIXED[APPS] = {.8, .5, .4, .2, .3, .6}, FIRST_CASH[APPS] = {12, 20, 6, 3, 4, 8};
constexpr double ADS[APPS] = {0, .4, 0, .6, 0, .3}, QUANTA = 4096;

static uint32_t mixed(uint32_t x) {
  x = (x ^ x >> 16) * 0x21f0aaadu;
  x = (x ^ x >> 15) * 0x735a2d97u;
  return x ^ x >> 15;
}

/** xoshiro128++, one stream in each lane. */
struct Draws {
  Words a, b, c, d;
  explicit Draws(uint32_t key) {
    int32_t words[4][LANES];
    for (uint32_t k = 0; k < 4 * LANES; k++) words[k / LANES][k % LANES] = (int32_t)mixed(mixed(key) + 0x9e3779b9u * k);
    a = load(words[0]), b = load(words[1]), c = load(words[2]), d = load(words[3]);
  }
  Words next() {
    const Words out = plus(turn<7>(plus(a, d)), a), shifted = left<9>(b);
    c = differ(c, a), d = differ(d, b), b = differ(b, c), a = differ(a, d);
    c = differ(c, shifted), d = turn<11>(d);
    return out;
  }
};

/** Users as columns; state is the app (0 = none) below and the month after the last move times 256 above. */
struct Users {
  int count;
  std::vector<float> price, grip, taste;
  std::vector<int32_t> usage;
  std::vector<uint16_t> state;
};

/** What the firms offer this month: quality and price in base 2, weight 0 for a firm that has left. */
struct Offers {
  float quality[APPS], price[APPS], weight[APPS];
};

struct Tally {
  int64_t users[APPS + 1], usage[APPS + 1];
};

/** Draws the population. The two bounds keep 2^x inside f32; they touch about 1 user in 100,000, who never moves. */
static Users drawUsers(int count, uint32_t seed) {
  const size_t room = (size_t)count + 2 * LANES;
  Users users{count, std::vector<float>(room), std::vector<float>(room), std::vector<float>(room),
              std::vector<int32_t>(room), std::vector<uint16_t>(room)};
  uint32_t at = mixed(seed);
  const auto uniform = [&] { return (mixed(at += 0x9e3779b9u) + .5) * 0x1p-32; };
  for (int i = 0; i < count; i++) {
    const double r = std::sqrt(-2 * std::log(uniform())), x = 2 * M_PI * uniform();
    const double s = std::sqrt(-2 * std::log(uniform())), y = 2 * M_PI * uniform();
    users.price[i] = (float)std::min(1., .1 * std::exp(.5 * r * std::cos(x)));
    users.grip[i] = PER_LN2 * (float)std::min(20., 1.5 * std::exp(.6 * r * std::sin(x)));
    users.taste[i] = (float)(1 + .2 * s * std::cos(y));
    users.usage[i] = (int32_t)std::min(2e6, QUANTA * std::exp(s * std::sin(y)) + .5);
  }
  return users;
}

static inline Floats powerOfTwo(Floats x) {
  const Floats shift = all(12582912.f), shifted = x + shift, whole = shifted - shift, f = x - whole;
  Floats p = fma(f, all(9.57010195e-3f), all(5.59178616e-2f));
  p = fma(p, f, all(2.40247448e-1f));
  p = fma(p, f, all(6.93121815e-1f));
  p = fma(p, f, all(.999999261f));
  return scaled(p, whole, shifted);
}

/** The app each of LANES users takes; reached[j] marks those at or above app j + 1. */
static inline Words choose(Floats alpha, Floats grip, Floats taste, Words state, int month, const Offers &offers,
                           Words random, Mask *reached) {
  const Words app = both(state, allWords(255)), tenure = least(minus(allWords(month), right<8>(state)), allWords(12));
  const Floats held = grip * fma(toFloats(tenure), all(.8f / 12), all(1));
  const Floats cost = pick(equal(app, allWords(0)), grip * all(.3f), held);
  Floats total[APPS + 1];
  total[0] = all(1);
#pragma GCC unroll 6
  for (int j = 0; j < APPS; j++) {
    const Floats value = taste * all(offers.quality[j]) - alpha * all(offers.price[j]);
    const Floats net = minusUnless(equal(app, allWords(j + 1)), value, cost);
    total[j + 1] = fma(powerOfTwo(net), all(offers.weight[j]), total[j]);
  }
  const Floats uniform = asFloats(either(right<9>(random), allWords(0x3f800000))) - all(1);
  const Floats target = uniform * total[APPS];
  Words chosen = allWords(0);
#pragma GCC unroll 6
  for (int j = 0; j < APPS; j++) {
    reached[j] = atMost(total[j], target);
    chosen = plusWhere(reached[j], chosen, allWords(1));
  }
  return chosen;
}

static void addLanes(Words *sums, int64_t *into) {
  for (int j = 0; j <= APPS; j++) {
    int32_t lanes[LANES];
    store(lanes, sums[j]);
    for (const int32_t lane : lanes) into[j] += lane;
    sums[j] = allWords(0);
  }
}

static Tally denseMonth(Users &u, int month, const Offers &offers, uint32_t key) {
  Draws draws(key);
  Tally tally{};
  Words sums[APPS + 1];
  for (Words &sum : sums) sum = allWords(0);
  int64_t reachedBy[APPS + 1] = {u.count};
  for (int i = 0; i < u.count; i += LANES) {
    const Words state = load(&u.state[i]), usage = load(&u.usage[i]);
    Mask reached[APPS];
    const Words chosen = choose(load(&u.price[i]), load(&u.grip[i]), load(&u.taste[i]), state, month, offers,
                                draws.next(), reached);
    sums[0] = plus(sums[0], usage);
#pragma GCC unroll 6
    for (int j = 0; j < APPS; j++) {
      reachedBy[j + 1] += count(reached[j]);
      sums[j + 1] = plusWhere(reached[j], sums[j + 1], usage);
    }
    const Mask stayed = equal(both(state, allWords(255)), chosen);
    store(&u.state[i], pick(stayed, state, either(chosen, allWords((month + 1) << 8))));
    if ((i / LANES & 511) == 511) addLanes(sums, tally.usage);
  }
  addLanes(sums, tally.usage);
  for (int j = 0; j <= APPS; j++) {
    tally.users[j] = reachedBy[j] - (j < APPS ? reachedBy[j + 1] : 0);
    tally.usage[j] -= j < APPS ? tally.usage[j + 1] : 0;
  }
  return tally;
}

/** Marks the reviewers of a chunk and packs their numbers; fills one register beyond with the first user. */
static int reviewers(Draws &draws, int first, int size, int threshold, int32_t *out) {
  int found = 0;
  Words number = plus(allWords(first), laneNumbers());
  for (int i = 0; i < size; i += 2 * LANES) {
    uint64_t bits = halvesBelow(draws.next(), threshold);
    if (size - i < 2 * LANES) bits &= (1ull << (size - i)) - 1;
    for (int half = 0; half < 2; half++, bits >>= LANES, number = plus(number, allWords(LANES)))
      found += pack(out + found, (uint32_t)bits & ((1u << LANES) - 1), number);
  }
  store(out + found, allWords(first));
  return found;
}

static void sparseMonth(Users &u, int month, const Offers &offers, uint32_t key, int threshold, Tally &tally) {
  Draws draws(key);
  int32_t number[CHUNK + 64], before[CHUNK + 64], after[CHUNK + 64];
  for (int first = 0; first < u.count; first += CHUNK) {
    const int found = reviewers(draws, first, std::min(CHUNK, u.count - first), threshold, number);
    for (int k = 0; k < found; k += LANES) {
      const Words at = load(number + k), state = gather(u.state.data(), at);
      Mask reached[APPS];
      store(before + k, both(state, allWords(255)));
      store(after + k, choose(gather(u.price.data(), at), gather(u.grip.data(), at), gather(u.taste.data(), at),
                              state, month, offers, draws.next(), reached));
    }
    for (int k = 0; k < found; k++) {
      const int from = before[k], to = after[k], i = number[k];
      if (from == to) continue;
      u.state[i] = (uint16_t)(to | (month + 1) << 8);
      tally.users[from]--, tally.users[to]++;
      tally.usage[from] -= u.usage[i], tally.usage[to] += u.usage[i];
    }
  }
}

struct Firms {
  double price[APPS], cash[APPS], share[APPS] = {};
  int exit[APPS];
  explicit Firms(double users) {
    for (int j = 0; j < APPS; j++) price[j] = FIRST_PRICE[j], cash[j] = FIRST_CASH[j] * users, exit[j] = -1;
  }
  Offers offers() const {
    Offers offers;
    for (int j = 0; j < APPS; j++) {
      offers.quality[j] = (float)QUALITY[j] * PER_LN2, offers.price[j] = (float)price[j] * PER_LN2;
      offers.weight[j] = exit[j] < 0 ? (float)std::sqrt(1 + 100 * share[j]) : 0;
    }
    return offers;
  }
  /** Books a month; returns one bit for each app whose firm leaves now. */
  int close(int month, int users, const Tally &tally) {
    const double token = .3 + 1.7 * std::pow(.95, month);
    int left = 0;
    for (int j = 0; j < APPS; j++) {
      if (exit[j] >= 0) continue;
      const double now = (double)tally.users[j + 1] / users, cost = token * (double)tally.usage[j + 1] / QUANTA;
      const double net = (double)tally.users[j + 1] * (price[j] + ADS[j]) - cost - users * FIXED[j];
      cash[j] += net;
      if (net < 0 && cash[j] / -net < 6) price[j] = price[j] == 0 ? 1 : price[j] * 1.02;
      else if (now < share[j]) price[j] *= .98;
      share[j] = cash[j] < 0 ? 0 : now;
      if (cash[j] < 0) exit[j] = month, left |= 2 << j;
    }
    return left;
  }
};

/** The users of firms that left have no app; without one the tenure has no effect. */
static void release(Users &u, int left, Tally &tally) {
  for (int i = 0; i < u.count; i++)
    if (left >> (u.state[i] & 255) & 1) u.state[i] = 0;
  for (int j = 1; j <= APPS; j++)
    if (left >> j & 1) {
      tally.users[0] += tally.users[j], tally.usage[0] += tally.usage[j];
      tally.users[j] = tally.usage[j] = 0;
    }
}

static Firms simulate(Users &u, double review, uint32_t seed) {
  Firms firms(u.count);
  Tally tally{{u.count}, {}};
  for (int i = 0; i < u.count; i++) tally.usage[0] += u.usage[i];
  for (int month = 0; month < MONTHS; month++) {
    const uint32_t key = seed * 100 + month;
    const int threshold = std::max(1, std::min(65535, (int)(review * 65536 + .5)));
    if (review >= 1) tally = denseMonth(u, month, firms.offers(), key);
    else sparseMonth(u, month, firms.offers(), key, threshold, tally);
    if (const int left = firms.close(month, u.count, tally)) release(u, left, tally);
  }
  return firms;
}

static double cpuSeconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
  const int users = argc > 3 ? std::atoi(argv[1]) : 0, repetitions = argc > 3 ? std::atoi(argv[3]) : 0;
  const double review = argc > 3 ? std::atof(argv[2]) : 0;
  if (users < 16 || users % 16 || repetitions < 1 || !(review > 0 && review <= 1)) {
    std::fprintf(stderr, "usage: market USERS (a multiple of 16) REVIEW (above 0, at most 1) REPETITIONS\n");
    return 2;
  }
  double best = INFINITY, shares[APPS] = {};
  std::string exits;
  for (int k = 0; k < repetitions; k++) {
    Users population = drawUsers(users, (uint32_t)k + 1);
    const double start = cpuSeconds();
    const Firms firms = simulate(population, review, (uint32_t)k + 1);
    best = std::min(best, cpuSeconds() - start);
    for (int j = 0; j < APPS; j++) shares[j] += firms.share[j] / repetitions;
    exits += (k ? "," : "") + (firms.exit[5] < 0 ? std::string("null") : std::to_string(firms.exit[5]));
  }
  std::printf("{\"name\":\"limit\",\"users\":%d,\"review\":%g,\"repetitions\":%d,\"lanes\":%d,", users, review,
              repetitions, LANES);
  std::printf("\"userMonthsPerSecond\":%.0f,\"shares\":[", (double)users * MONTHS / best);
  for (int j = 0; j < APPS; j++) std::printf("%s%.5f", j ? "," : "", shares[j]);
  std::printf("],\"firm6Exit\":[%s]}\n", exits.c_str());
}

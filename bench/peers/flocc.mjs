// The six-app benchmark model in flocc, the agent-based framework of npm, as its documentation teaches it: agent
// data through get and set, a tick function per agent, Environment.tick, utils.seed. Slow: 10,000 users.
// flocc.mjs USERS REVIEW REPETITIONS.
import { repeat } from './repeat.mjs';

const flocc = await import('flocc').catch(() => undefined);

function utility(agent, app, firm) {
  const tenure = Math.min(agent.get('tenure'), 12);
  const factor = app === firm ? 0 : app ? 1 + (0.8 * tenure) / 12 : 0.3;
  const network = 0.5 * Math.log(1 + 100 * firm.share);
  const value = agent.get('taste') * firm.quality + network - agent.get('alpha') * firm.price;
  return value - factor * agent.get('switching');
}

function choose(agent, app) {
  const firms = agent.environment.get('firms').filter((firm) => firm.exit === null);
  const weights = firms.map((firm) => Math.exp(utility(agent, app, firm)));
  let rest = flocc.utils.random(
    0,
    weights.reduce((a, b) => a + b, 1),
    true,
  );
  for (let i = 0; i < firms.length; i++) {
    rest -= weights[i];
    if (rest < 0) return firms[i];
  }
  return null;
}

function tick(agent) {
  const review = agent.environment.get('review');
  const app = agent.get('app');
  const choice = review < 1 && flocc.utils.uniform() >= review ? app : choose(agent, app);
  if (choice === app) agent.increment('tenure');
  else agent.set({ app: choice, tenure: 0 });
}

function createFirms(users) {
  const quality = [2.2, 1.6, 2.0, 1.2, 1.7, 1.4];
  const fixed = [0.8, 0.5, 0.4, 0.2, 0.3, 0.6].map((perUser) => perUser * users);
  const cash = [12, 20, 6, 3, 4, 8].map((perUser) => perUser * users);
  const ad = [0, 0.4, 0, 0.6, 0, 0.3];
  const start = { share: 0, subscribers: 0, usage: 0, exit: null };
  return [20, 0, 15, 5, 10, 0].map((price, j) => {
    return { price, quality: quality[j], fixed: fixed[j], cash: cash[j], ad: ad[j], ...start };
  });
}

function createUser({ gaussian }) {
  const alpha = Math.exp(gaussian(Math.log(0.1), 0.5));
  const switching = Math.exp(gaussian(Math.log(1.5), 0.6));
  const usage = Math.exp(gaussian(0, 1));
  return new flocc.Agent({ alpha, switching, taste: gaussian(1, 0.2), usage, app: null, tenure: 0, tick });
}

function closeFirm(firm, month, users) {
  const tokenCost = 0.3 + 1.7 * 0.95 ** month;
  const net = firm.subscribers * (firm.price + firm.ad) - tokenCost * firm.usage - firm.fixed;
  const share = firm.subscribers / users.length;
  firm.cash += net;
  if (net < 0 && firm.cash / -net < 6) firm.price = firm.price === 0 ? 1 : firm.price * 1.02;
  else if (share < firm.share) firm.price *= 0.98;
  firm.share = share;
  if (firm.cash >= 0) return;
  firm.exit = month;
  firm.share = 0;
  for (const user of users.filter((user) => user.get('app') === firm)) user.set({ app: null, tenure: 0 });
}

function closeMonth(environment, month) {
  const firms = environment.get('firms').filter((firm) => firm.exit === null);
  const users = environment.getAgents();
  for (const firm of firms) {
    firm.subscribers = 0;
    firm.usage = 0;
  }
  for (const user of users) {
    const app = user.get('app');
    if (!app) continue;
    app.subscribers++;
    app.usage += user.get('usage');
  }
  for (const firm of firms) closeFirm(firm, month, users);
}

function create(users, review, seed) {
  flocc.utils.seed(seed);
  const environment = new flocc.Environment();
  environment.set({ review, firms: createFirms(users) });
  for (let i = 0; i < users; i++) environment.addAgent(createUser(flocc.utils));
  const step = (month) => {
    environment.tick();
    closeMonth(environment, month);
  };
  return { step, firms: () => environment.get('firms') };
}

if (flocc) repeat('flocc', create);
else console.log(JSON.stringify({ name: 'flocc', skipped: 'flocc is not installed (npm ci)' }));

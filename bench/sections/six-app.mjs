// The six-app benchmark model: Afterburn's kernel inside whole replicates, the limit of the machine, and the peers.
import { AFTERBURN, peers } from '../peers/catalogue.mjs';
import { openPeer, takeTurns } from '../peers/measure.mjs';

const TURNS = 5;
const QUESTIONS = [
  { users: 100_000, review: 1 },
  { users: 100_000, review: 0.25 },
  { users: 10_000, review: 1 },
];

/** The review rates at which a peer is asked. */
function reviewsOf({ users }) {
  return QUESTIONS.flatMap((question) => (users.includes(question.users) ? [question.review] : []));
}

/** @param {(text: string) => void} say */
async function measure(say) {
  const opened = [];
  for (const peer of peers) {
    say(`docking ${peer.name}`);
    opened.push(await openPeer(peer, reviewsOf(peer)));
  }
  try {
    return QUESTIONS.flatMap((question) => {
      say(`${question.users} users, review ${question.review}: ${TURNS} turns, ${AFTERBURN.name} first`);
      return takeTurns(opened, question, TURNS);
    });
  } finally {
    for (const { remove } of opened) remove();
  }
}

/** The deciding rows: the kernel against the limit and the peers, in turns. */
export const sixApp = { name: 'six-app', title: 'Six-app benchmark: program/users/review rate', measure };

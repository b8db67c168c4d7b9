// Measures the other programs for the six-app benchmark model that can be had on this machine, in one session:
// the limit, NumPy, JavaScript objects, flocc. About two minutes.
//   node bench/peers.mjs [--json FILE]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { commit, machine } from './machine.mjs';
import { peers } from './peers/catalogue.mjs';
import { measurePeer } from './peers/measure.mjs';
import { ratio } from './peers/row.mjs';

function line(row, rows) {
  const toLimit = ratio(rows, row.review, [row.name, 'limit']);
  const cells = [
    row.name.padEnd(18),
    String(row.users).padStart(8),
    String(row.review).padStart(7),
    (row.userMonthsPerSecond / 1e6).toFixed(2).padStart(12),
    (toLimit === null ? 'no ratio' : toLimit.toFixed(4)).padStart(10),
  ];
  const notes = [
    row.lanes ? `${row.lanes} lanes` : '',
    ...row.undocked.map((reason) => `does not dock: ${reason}`),
  ];
  return [...cells, notes.filter(Boolean).join('; ')].join(' ').trimEnd();
}

function table(rows) {
  const measured = rows.filter((row) => !row.skipped);
  const head = 'peer                  users  review  M um/s (CPU)   ÷ limit';
  const skipped = rows.filter((row) => row.skipped).map((row) => `${row.name} skipped: ${row.skipped}`);
  return [head, ...measured.map((row) => line(row, measured)), ...skipped].join('\n');
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const rows = peers.flatMap((peer) => {
  console.error(`measuring ${peer.name}`);
  return measurePeer(peer);
});
console.log(table(rows));
if (values.json) {
  const record = { machine: machine(), commit: commit(), rows };
  writeFileSync(values.json, `${JSON.stringify(record, null, 2)}\n`);
}

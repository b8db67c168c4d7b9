// The scenarios that are measured: the shipped files, and the six-app benchmark in other sizes.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadScenario } from '../dist/src/index.js';

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));

/** File of a shipped scenario. */
export const scenarioFile = (name) => `${folder}${name}.yaml`;

/** Names of the shipped scenarios. */
export function shippedScenarios() {
  return readdirSync(folder).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));
}

/** @param {string[]} set changes as on the command line */
export const loadShipped = (name, set = []) => loadScenario(scenarioFile(name), { set });

/**
 * Changes that give the six-app benchmark another review rate: everybody who looks, comes back, or has lost her app
 * does so with this probability a month, and so does everybody who never had one (-ln(1 - rate) as innovation).
 * @param {number} review above 0, at most 1
 */
export function reviewSets(review) {
  const innovation = review < 1 ? -Math.log(1 - review) : 50;
  const rates = { review, back: review, orphan: review, innovation };
  return Object.entries(rates).map(([name, rate]) => `segments.everybody.${name}=${rate} [A] benchmark`);
}

/** The six-app benchmark with so many simulated users and this review rate. */
export function loadSixApp(agents, review, set = []) {
  return loadShipped('six-app-benchmark', [`agents=${agents}`, ...reviewSets(review), ...set]);
}

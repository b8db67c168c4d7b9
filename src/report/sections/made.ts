/** How the numbers were made: command, hashes, versions, policies, warnings, state. */
import type { Manifest, Summary } from '../../experiment/summary.js';
import { firmName } from '../cases.js';
import { stateText } from '../failures.js';
import type { Section } from '../frame.js';
import { count, scaled } from '../numbers.js';
import { escapeHtml } from '../plain-text.js';
import { levelText } from '../policy-level.js';

function shortHash(hash: string): string {
  return hash.length > 20 ? `${hash.slice(0, 12)}…${hash.slice(-4)}` : hash;
}

function facts(summary: Summary, manifest: Manifest): readonly (readonly [string, string])[] {
  const weight = summary.agents > 0 ? `, each stands for ${scaled(summary.people0 / summary.agents)}` : '';
  return [
    ['Afterburn', `${manifest.afterburn}, numerics ${manifest.numerics}`],
    ['Scenario', manifest.scenario],
    ['Seed', manifest.seed],
    ['Scenario hash', shortHash(manifest.scenarioHash)],
    ['Batch fingerprint', shortHash(manifest.fingerprint)],
    ['State', stateText(summary, manifest)],
    ['Worlds', `${count(summary.n)} of ${count(summary.replicates)}, ${count(summary.failed)} failed`],
    ['Users', `${count(manifest.agents)} simulated${weight}`],
    ['Policies', levelText(manifest.policyLevel)],
  ];
}

function hashTable(manifest: Manifest): string {
  const rows = Object.entries(manifest.files).map(
    ([name, hash]) =>
      `<tr><td class="path mono">${escapeHtml(name)}</td><td class="sub mono">${escapeHtml(hash)}</td></tr>`,
  );
  if (rows.length === 0) return '';
  return `<details><summary>SHA-256 of ${rows.length} files</summary><div class="tall"><table><tbody>${rows.join('')}</tbody></table></div></details>`;
}

function policyTable(summary: Summary, manifest: Manifest): string {
  const rows = manifest.policies.map(({ firm, policy, hash }) => {
    const name = Object.hasOwn(summary.firms, firm) ? firmName(summary, firm) : firm;
    const own = hash === undefined ? '' : ` <span class="sub mono">${escapeHtml(shortHash(hash))}</span>`;
    return `<tr><td>${escapeHtml(name)}</td><td class="mono">${escapeHtml(policy)}${own}</td></tr>`;
  });
  return `<details><summary>Strategy of each firm</summary><div class="tall"><table><tbody>${rows.join('')}</tbody></table></div></details>`;
}

function warningList(summary: Summary): string {
  if (summary.warnings.length === 0) return '';
  const items = summary.warnings.map((text) => `<li>${escapeHtml(text)}</li>`);
  return `<figure class="plain"><figcaption><div class="ft">Warnings</div><div class="fs">What the scenario or the run gave reason to mention.</div></figcaption><ul class="warnings">${items.join('')}</ul></figure>`;
}

function madeClaim(summary: Summary, manifest: Manifest): string {
  if (manifest.state !== 'complete')
    return 'The batch is not finished; the command goes on where it stopped.';
  if (summary.n === 0) return 'No world came to its end; the same command fails in the same way.';
  return 'One command gives these numbers again, byte for byte.';
}

/** The last section of the page. */
export function madeSection(summary: Summary, manifest: Manifest): Section {
  const command = escapeHtml(manifest.command);
  const list = facts(summary, manifest)
    .map(([term, text]) => `<div><dt>${term}</dt><dd>${escapeHtml(text)}</dd></div>`)
    .join('');
  const before = `<div class="code"><span>${command}</span><button class="btn" type="button" data-copy="${command}">Copy</button></div><dl class="made">${list}</dl>`;
  return {
    id: 'made',
    heading: 'How it was made',
    claim: madeClaim(summary, manifest),
    figures: [],
    before: before + policyTable(summary, manifest) + hashTable(manifest) + warningList(summary),
  };
}

/** What `afterburn verify` found, as text and as --json. */

import { join } from 'node:path';
import type { Failure } from '../experiment/job.js';
import { counted } from '../report/counted.js';
import { printable } from '../source/printable.js';
import type { WorldName } from '../store/verify.js';
import { failureText } from './failure-text.js';

/** What --json prints. */
export interface Found {
  readonly folder: string;
  readonly fingerprint: string;
  /** Parts that have their checksum. */
  readonly parts: number;
  readonly damagedParts: readonly string[];
  /** Parts that hold other worlds than their name says. */
  readonly misnamedParts: readonly string[];
  /** Worlds in the parts. */
  readonly worlds: number;
  /** As the folder says: `complete`, or `PARTIAL n of N`. */
  readonly state: string;
  /** Worlds that should be there and are not. */
  readonly lostWorlds: readonly string[];
  /** Worlds in the parts that the results do not cover. */
  readonly beyond: number;
  /** Worlds that failed in the run. */
  readonly failed: number;
  /** What else is not as the folder says, a line each. */
  readonly faults: readonly string[];
  /** Result files written anew from the parts. */
  readonly remadeFiles: number;
  readonly changedFiles: readonly string[];
  /** Worlds simulated again. */
  readonly compared: number;
  readonly different: readonly WorldName[];
  readonly failures: readonly Failure[];
  readonly verdict: 'same' | 'partial' | 'nothing' | 'different' | 'stopped';
}

/** Differences that are told by name. */
const MOST_TOLD = 20;

function listText(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > MOST_TOLD ? [`  and ${names.length - MOST_TOLD} more`] : [];
  return [what, ...names.slice(0, MOST_TOLD).map((name) => `  ${name}`), ...more];
}

function verdictText({ verdict, state, failed }: Found): string {
  const lost = failed > 0 ? `${counted(failed, 'world')} failed and could not be held` : '';
  return {
    same: 'all as it was',
    partial: `${[state === 'complete' ? '' : state, lost].filter((text) => text !== '').join(', ')}; what is there is as it was`,
    nothing: `${state === 'complete' ? '' : `${state}: `}no world is there, so nothing was held`,
    different: 'NOT as it was',
    stopped: 'stopped before the end; as it was so far',
  }[verdict];
}

/** One line that says what was held and how it stands; before it, every difference by its name. */
export function foundText(found: Found): string {
  const { parts, worlds, compared, different, remadeFiles, folder, beyond } = found;
  const held = [
    `${counted(worlds, 'world')} in ${counted(parts, 'part')}`,
    `${compared} simulated again`,
    `${counted(remadeFiles, 'file')} written anew`,
  ];
  const more = `${counted(beyond, 'world')} more in the folder than its results cover`;
  return printable(
    [
      ...found.faults,
      ...listText(`damaged parts in ${join(folder, 'parts')}:`, found.damagedParts),
      ...listText('parts that hold other worlds than their name says:', found.misnamedParts),
      ...listText('worlds that are missing:', found.lostWorlds),
      ...listText(
        remadeFiles > 0
          ? 'files that are not what the parts give:'
          : 'files that are not those of manifest.json:',
        found.changedFiles,
      ),
      ...listText(
        'worlds that differ when simulated again:',
        different.map(({ point, replicate }) => `${point} ${replicate}`),
      ),
      ...(found.failures.length > 0 ? [failureText(found.failures, compared + found.failures.length)] : []),
      ...(beyond > 0 ? [more] : []),
      `${held.join(', ')}: ${verdictText(found)}`,
    ].join('\n'),
  );
}

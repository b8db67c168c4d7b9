/** What stands above the text of every study. */
import type { PolicyLevel } from '../../experiment/policy-level.js';
import { counted } from '../counted.js';
import { count } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { wrap } from '../text-layout.js';

/** The part of a result that all kinds share. */
export interface StudyHead {
  readonly study: string;
  readonly title: string;
  readonly question: string;
  readonly seed: string;
  readonly replicates: number;
  readonly agents: number;
  readonly months: number;
  readonly currency: string;
  /** Id -> name. */
  readonly firms: Readonly<Record<string, string>>;
  /** How far policies from modules were trusted; nothing without modules. */
  readonly policyLevel?: PolicyLevel;
  readonly worlds: number;
  readonly failed: number;
}

/** Name of a firm by its id, or the id where it has none; also of an id that every object knows, such as `constructor`. */
export function firmText({ firms }: Pick<StudyHead, 'firms'>, id: string): string {
  return plainText(Object.hasOwn(firms, id) ? firms[id] : '') || plainText(id);
}

const WIDTH = 100;

/** Title, question, and how many worlds stand behind it. */
export function studyHead({ study, title, question, worlds, failed, months, agents }: StudyHead): string {
  const lost = failed > 0 ? `, ${count(failed)} failed and left out` : '';
  const size = `${counted(worlds, 'world')} of ${counted(months, 'month')} and ${count(agents)} simulated users${lost}`;
  return `${plainText(title)} · ${study}\n${wrap(plainText(question), WIDTH)}\n${size}`;
}

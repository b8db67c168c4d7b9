/** How far the policies of a result were trusted, in words. */
import type { Manifest } from '../experiment/summary.js';

const LEVEL_TEXT: Readonly<Record<Manifest['policyLevel'], string>> = {
  'built-in': 'built in',
  trusted: 'own modules, level trusted: they could do what their user can',
  fenced: 'own modules, level fenced: compartments without files, network, clock or chance',
  untrusted: 'own modules, level untrusted: an interpreter of its own with bounded memory and steps',
};

/** A line without a full stop. */
export function levelText(level: Manifest['policyLevel']): string {
  return LEVEL_TEXT[level];
}

/**
 * Options of the short commands (`compare`, `sweep`, ...) and of `study`, each with the field of a study file that it is.
 * Stands apart from what reads them, because `--help` loads it.
 */

/** How an option becomes a field: one value, a list of texts or of values, or `name=value` pairs. */
type Form = 'one' | 'list' | 'values' | 'pairs';

/** Option -> field, form and sentence. */
export const STUDY_OPTIONS: Readonly<Record<string, { field: string; form: Form; about: string }>> = {
  replicates: { field: 'replicates', form: 'one', about: 'worlds of every point' },
  agents: { field: 'agents', form: 'one', about: 'simulated users [default: as the scenario says]' },
  months: { field: 'months', form: 'one', about: 'months of a world [default: as the scenario says]' },
  seed: {
    field: 'seed',
    form: 'one',
    about: 'any text: the same seed gives the same worlds and designs [default: 1]',
  },
  set: {
    field: 'set',
    form: 'list',
    about: 'path=value: change a field of the scenario (A and B); may be repeated',
  },
  'set-b': {
    field: 'setB',
    form: 'list',
    about: 'path=value: change a field of plan B alone; may be repeated',
  },
  overlay: {
    field: 'overlay',
    form: 'list',
    about: 'file of values laid over the scenario; may be repeated',
  },
  arm: { field: 'arms', form: 'list', about: 'arm of the scenario; may be repeated' },
  firm: {
    field: 'firms',
    form: 'list',
    about: 'firm the study is about; may be repeated where several make sense',
  },
  factor: {
    field: 'factors',
    form: 'pairs',
    about: 'field=range, such as "firms.kimi.cash=1 B to 4 B", or field=[a, b]; may be repeated',
  },
  design: { field: 'design', form: 'one', about: 'sobol, lhs, grid, random or morris' },
  points: { field: 'points', form: 'one', about: 'points of the design' },
  outcome: {
    field: 'outcomes',
    form: 'pairs',
    about: 'name=formula, such as "P=share(cashOut(kimi))"; may be repeated',
  },
  until: {
    field: 'until',
    form: 'one',
    about: 'add worlds until every difference of probabilities is known to so much either way',
  },
  maximise: {
    field: 'maximise',
    form: 'one',
    about: 'formula that the firm ({firm}) wants large [default: mean(cash({firm}, months))]',
  },
  'seed-file': {
    field: 'seedFile',
    form: 'one',
    about: 'file whose content is the seed; results tell only its SHA-256',
  },
  policy: {
    field: 'policies',
    form: 'values',
    about: 'a name, "{name: blitzscale, base: 5 M}" or "{module: ./mine.js}"; may be repeated',
  },
};

/** Options of `study` itself: each replaces the field of the file. */
export const FILE_STUDY_OPTIONS = ['replicates', 'agents', 'months', 'seed'] as const;

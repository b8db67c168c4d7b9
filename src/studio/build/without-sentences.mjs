/**
 * A worker simulates and explains nothing: the sentences and sources of declarations, which the page shows, are left out of
 * its script. They are a tenth of it.
 */
const DECLARED = /\/sim\/(scenario\/fields|policies|mechanisms)/;
const SENTENCE = /\b(about|source):\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`$]*`)/g;

/** A plugin for the script of the workers. */
export function withoutSentences() {
  return {
    name: 'without-sentences',
    transform(code, id) {
      return DECLARED.test(id) ? { code: code.replace(SENTENCE, "$1: ''"), map: null } : null;
    },
  };
}

/**
 * The script of the workers as part of the same build as the page. A build of its own, which `new Worker(new URL(...))` asks
 * for, would carry the parser of scenarios a second time: 45 kB gzipped.
 */
const NAME = 'virtual:worker-script';

/** The plugin: `virtual:worker-script` has the address of the script. @param file the entry of the workers */
export function workerScript(file) {
  return {
    name: 'worker-script',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const script = this.emitFile({ type: 'chunk', id: file, name: 'worker' });
      return `export const SCRIPT = import.meta.ROLLUP_FILE_URL_${script};`;
    },
  };
}

/**
 * zod hangs a writer of JSON Schema on every kind of schema. The command line prints schemas, the studio never does: here
 * the writer's functions are empty, which saves 6 kB gzipped in the page and again in the script of the workers.
 */
const WRITER = /zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/;
const NAME = /^export (?:const|function) (\w+)/gm;

/** A plugin for the page and for the script of the workers. */
export const withoutJsonSchema = {
  name: 'without-json-schema',
  transform(code, id) {
    if (!WRITER.test(id)) return null;
    const names = [...code.matchAll(NAME)].map(([, name]) => name);
    return { code: names.map((name) => `export const ${name} = () => undefined;`).join('\n'), map: null };
  },
};

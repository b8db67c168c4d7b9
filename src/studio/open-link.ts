/** Opens a share link: unpacks and checks it like any file. What comes of it is offered, never run. */
import { unpack } from './link-bytes.js';
import { openFile, openShipped } from './open-scenario.js';
import type { SharedScenario } from './share.js';
import type { Offered, Opened, Refused } from './state.js';

/** Name of a link's text in messages. */
const LINK = 'link';

async function openShared(scenario: SharedScenario): Promise<Opened | Refused | undefined> {
  if ('shipped' in scenario) return openShipped(scenario.shipped);
  return openFile(new File([scenario.text], scenario.file));
}

/** What the text of a link offers, or why it is refused. */
export async function openText(bytes: Uint8Array): Promise<Offered | Refused> {
  const [{ readSource }, { misfits, readShared }] = await Promise.all([
    import('../source/read-source.js'),
    import('./share-check.js'),
  ]);
  const refused = (problems: Refused['problems']): Refused => ({
    file: LINK,
    text: new TextDecoder().decode(bytes),
    problems,
    link: 'content',
  });
  const { source, problems } = readSource(bytes, LINK);
  if (!source || problems.length > 0) return refused(problems);
  const read = readShared(source);
  if ('problems' in read) return refused(read.problems);
  const opened = await openShared(read.shared.scenario);
  if (!opened) {
    const path = ['scenario', 'shipped'];
    const received = JSON.stringify(Object(read.shared.scenario).shipped);
    return refused([{ path, expected: 'a scenario of this studio', received, ...source.locate(path) }]);
  }
  if ('problems' in opened) return { ...opened, link: 'content' };
  const found = misfits(read.shared, opened.scenario, source);
  return found.length > 0 ? refused(found) : { opened, shared: read.shared };
}

/** What a link's data offers, or why it is refused. */
export async function openLink(data: string): Promise<Offered | Refused> {
  const unpacked = await unpack(data);
  if ('fault' in unpacked) return { file: LINK, text: '', problems: [], link: unpacked.fault };
  return openText(unpacked.bytes);
}

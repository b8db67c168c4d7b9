/** What a refused file seems to be, if it is no scenario but another file of the command line. */
import { readSource } from '../source/read-source.js';

export type OtherFile = 'overlay' | 'study';

/** The kind of a file by its fields; undefined if it could be a scenario, or nothing can be made of it. */
export function otherKind(bytes: Uint8Array, file: string): OtherFile | undefined {
  const value: object = Object(readSource(bytes, file).source?.value);
  if ('segments' in value) return undefined;
  if ('study' in value) return 'study';
  return 'values' in value && !('firms' in value) ? 'overlay' : undefined;
}

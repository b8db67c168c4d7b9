/** `report.html` from the run folder alone: summary.json and manifest.json in, the same bytes out, anywhere. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Manifest, Summary } from '../experiment/summary.js';
import { reportHtml } from '../report/report-html.js';
import { type Disk, writeWhole } from '../store/disk.js';
import { hasShape, type JsonKind } from '../store/json-shape.js';
import { UsageError } from './exits.js';

/** What a run folder says of itself. */
export interface Folder {
  readonly summary: Summary;
  readonly manifest: Manifest;
}

type Shape = Readonly<Record<string, JsonKind>>;

function readJson<T>(path: string, shape: Shape): T {
  const refuse = (received: string) =>
    new UsageError(`${path}: expected a file of a run folder, got ${received}`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') throw new UsageError(`${dirname(path)}: expected a run folder, got a file`);
    throw refuse(code === 'ENOENT' ? 'no such file' : (error as Error).message);
  }
  if (hasShape(value, shape)) return value as T;
  throw refuse('one with other fields');
}

const SUMMARY: Shape = {
  title: 'text',
  question: 'text',
  firms: 'map',
  firmIds: 'texts',
  channelIds: 'texts',
  arms: 'map',
  checks: 'list',
  inputs: 'list',
  warnings: 'texts',
};
/** Fields of manifest.json that a report needs. */
export const MANIFEST: Shape = {
  scenario: 'text',
  fingerprint: 'text',
  seed: 'text',
  command: 'text',
  arms: 'texts',
  policies: 'list',
  files: 'textMap',
  state: 'text',
};

/** @throws UsageError if it is no run folder */
export function readFolder(folder: string): Folder {
  return {
    summary: readJson(join(folder, 'summary.json'), SUMMARY),
    manifest: readJson(join(folder, 'manifest.json'), MANIFEST),
  };
}

/** Text of report.html. @param folder as read from JSON, so that what has no value is null */
export function pageText({ summary, manifest }: Folder): string {
  const plotly = readFileSync(createRequire(import.meta.url).resolve('plotly.js-cartesian-dist-min'), 'utf8');
  const sha256Base64 = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64');
  return reportHtml(summary, manifest, { plotly, sha256Base64 });
}

/** Writes report.html into a run folder; returns its path. */
export async function writePage(disk: Disk, folder: string): Promise<string> {
  const path = join(folder, 'report.html');
  await writeWhole(disk, path, pageText(readFolder(folder)));
  return path;
}

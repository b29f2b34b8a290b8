import path from 'node:path';
import { readFileIfAny, writeFileAtomic } from '../../src/disk.ts';
import {
  geographyFrom,
  isShapesText,
  noGeography,
  shapeKinds,
  shapesFile,
  type Geography,
} from '../../src/source/geography.ts';
import { addressBelow } from '../../src/site/site-address.ts';
import { cityFolder, type Current } from '../../src/source/state.ts';
import type { ReadText } from './published-state.ts';

/** The published site, and where it carries states. */
export interface PublishedFrom {
  readonly site: URL;
  readonly stateDir: string;
  /** Of all states, below the site's root. */
  readonly folder: string;
  readonly read: ReadText;
}

/** Brings back a city's neighbourhoods and streets; what did not come whole is asked for at the next pull. */
export async function recallGeography(key: string, from: PublishedFrom): Promise<Geography> {
  const { site, stateDir, folder, read } = from;
  const named = geographyFrom(parseIfAny(await read(addressBelow(site, `/${indexFile(folder, key)}`))));
  const recalled = { ...noGeography };
  for (const kind of shapeKinds) {
    const kept = named[kind];
    if (kept === null) continue;
    const name = shapesFile(kind, kept);
    const text = await read(addressBelow(site, `/${folder}/${key}/${name}`));
    if (text === null || !isShapesText(text, kept.digest)) continue;
    writeFileAtomic(path.join(cityFolder(stateDir, key), name), text);
    recalled[kind] = kept;
  }
  return recalled;
}

/** Puts a city's neighbourhoods and streets beside its pages and returns the files, relative to the web root. */
export function keepGeography(
  { city: { key }, geography }: Current,
  { stateDir, folder, webRoot }: { stateDir: string; folder: string; webRoot: string },
): string[] {
  const files = shapeKinds.flatMap((kind) => {
    const kept = geography[kind];
    const name = kept && shapesFile(kind, kept);
    const text = name && readFileIfAny(path.join(cityFolder(stateDir, key), name));
    if (!text) return [];
    writeFileAtomic(path.join(webRoot, folder, key, name), text);
    return [`${folder}/${key}/${name}`];
  });
  writeFileAtomic(path.join(webRoot, indexFile(folder, key)), JSON.stringify(geography));
  return [indexFile(folder, key), ...files];
}

function indexFile(folder: string, city: string): string {
  return `${folder}/${city}/geography.json`;
}

function parseIfAny(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null; // as if it were not there: the next pull asks anew
  }
}

import fs from 'node:fs';
import path from 'node:path';
import { readShardManifest, readSiteManifest } from '../../src/incremental/manifest.ts';
import { weekdays } from '../../src/schedule/week.ts';

/** A built page for readers. */
export interface BuiltPage {
  /** "/sf/friday/12/". */
  readonly address: string;
  /** Below the output folder. */
  readonly file: string;
  readonly sizeBytes: number;
  /** As the page says: "en". */
  readonly language: string;
  /** Its address with the parts that vary in braces: "/sf/{day}/{hour}/"; without the language. */
  readonly kind: string;
}

const day = new RegExp(`/(${weekdays.join('|')})(?=/)`);

/** Every HTML page that the manifests of an output folder name, in their order; none that only leads on to another. */
export function builtPages(out: string): BuiltPage[] {
  const site = readSiteManifest(out);
  const shards = Object.keys(site?.shards ?? {}).map((shard) => readShardManifest(out, site, shard));
  return shards
    .flatMap((shard) => [...(shard?.pages ?? [])])
    .filter(([address]) => address.endsWith('/'))
    .flatMap(([address, { size }]) => {
      const file = address === '/404/' ? '404.html' : `${address.slice(1)}index.html`;
      const opening = fs.readFileSync(path.join(out, file), 'utf8').slice(0, 1000);
      if (opening.includes('http-equiv="refresh"')) return [];
      const language = /<html lang="([^"]+)"/.exec(opening)?.[1] ?? '';
      // What answers where nothing is has no address of its own that is sure to be there.
      const opened = address === '/404/' ? '/404.html' : address;
      return [{ address: opened, file, sizeBytes: size, language, kind: kindOf(address, language) }];
    });
}

function kindOf(address: string, language: string): string {
  return address
    .replace(`/${language.toLowerCase()}/`, '/')
    .replace(day, '/{day}')
    .replace(/\/\d\d\//, '/{hour}/')
    .replace(/\/(truck|place|food|neighborhood)\/[^/]+\//, '/$1/{slug}/');
}

/**
 * Of each kind and language the page with the most bytes; in English also that with the fewest, which has the words for
 * what is not there.
 */
export function onePageOfEachKind(out: string): BuiltPage[] {
  const kinds = Map.groupBy(builtPages(out), ({ kind, language }) => `${language} ${kind}`);
  return [...kinds.values()].flatMap((pages) => {
    const bySize = pages.toSorted((a, b) => a.sizeBytes - b.sizeBytes);
    const [fewest, most] = [bySize[0], bySize.at(-1)];
    if (most === undefined || fewest === undefined) return [];
    return most.language === 'en' && fewest !== most ? [most, fewest] : [most];
  });
}

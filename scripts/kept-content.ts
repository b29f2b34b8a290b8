import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { noContent, type Content } from '../src/content/content.ts';
import { contentDigest } from '../src/content/folder.ts';
import { campaignRecipes } from '../src/content/campaign.ts';
import { photoName, photoRecipe } from '../src/content/photo-name.ts';
import { digest } from '../src/digest.ts';
import { readFileIfAny } from '../src/disk.ts';

const checker = fileURLToPath(new URL('content.ts', import.meta.url));
/** For a folder full of new pictures, some 0.2 s each. */
const patience = 120_000;

/**
 * A folder of content, checked: as kept in the cache by the digest of its files, else by a process of its own, where a
 * picture that breaks its decoder breaks nothing else. A build with unchanged content loads no schema, no YAML and no
 * codec. When that process fails, everything is left out, with the reason as a fault, and the next build tries again.
 */
export function keptContent(folder: string, cache: string, patienceMs = patience): Content {
  const key = contentDigest(folder);
  if (key === null) return noContent;
  const keep = path.join(cache, 'content', `${digest(key + readerDigest())}.json`);
  const photos = photosFolder(cache);
  const known = parsed(readFileIfAny(keep));
  if (known !== null && hasPhotos(known, photos)) return known;
  try {
    const asked = [checker, '--content', folder, '--keep', keep, '--photos', photos];
    execFileSync(process.execPath, asked, { timeout: patienceMs, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const fault = { file: path.basename(folder), line: null, field: '', message: `was not read: ${why}` };
    return { ...noContent, faults: [fault] };
  }
  return parsed(readFileIfAny(keep)) ?? noContent;
}

/** Where pictures are kept. */
export function photosFolder(cache: string): string {
  return path.join(cache, 'photos');
}

/** Digest of the code that reads content: another one may read the same files in another way. */
function readerDigest(): string {
  const room = fileURLToPath(new URL('../src/content', import.meta.url));
  const names = fs.readdirSync(room).filter((name) => !name.endsWith('.test.ts'));
  return digest(
    names
      .sort()
      .map((name) => fs.readFileSync(path.join(room, name), 'utf8'))
      .join(),
  );
}

function parsed(text: string | null): Content | null {
  try {
    return text === null ? null : (JSON.parse(text) as Content);
  } catch {
    return null; // damaged: read again
  }
}

function hasPhotos({ owners, campaigns }: Content, photos: string): boolean {
  const wanted = [
    ...owners.map(({ photo }) => ({ key: photo?.key, recipe: photoRecipe })),
    ...campaigns.map(({ image, size }) => ({ key: image?.key, recipe: campaignRecipes[size] })),
  ].flatMap(({ key, recipe }) =>
    key === undefined ? [] : recipe.widths.map((width) => photoName(key, width)),
  );
  if (wanted.length === 0) return true;
  const names = new Set(fs.existsSync(photos) ? fs.readdirSync(photos) : []);
  return wanted.every((name) => names.has(name));
}

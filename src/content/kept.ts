import fs from 'node:fs';
import path from 'node:path';
import { digest } from '../digest.ts';
import { readFileIfAny, writeFileAtomic } from '../disk.ts';
import { noCityContent, type CityContent } from './content.ts';
import { photoName } from './photo-name.ts';

/** Content that a build shows, by the key of its city; a city without any has no entry. */
export type SiteContent = Readonly<Record<string, CityContent>>;

/**
 * Hands checked content to the pages: writes it under its digest into a folder, and names file and pictures in the
 * environment, which the threads and the compiler of a build share.
 */
export function handContent(content: SiteContent, folder: string, photos: string): string {
  const text = JSON.stringify(content);
  const file = path.join(folder, `site-${digest(text)}.json`);
  if (readFileIfAny(file) !== text) writeFileAtomic(file, text);
  process.env['CURBSIDE_CONTENT_KEPT'] = file;
  process.env['CURBSIDE_PHOTOS'] = photos;
  return file;
}

const memo = new Map<string, SiteContent>();

/** What a city shows of the content in a file that `handContent` wrote, by default the last; nothing when there is none. */
export function handedContent(city: string, file = process.env['CURBSIDE_CONTENT_KEPT']): CityContent {
  if (!file) return noCityContent;
  const known = memo.get(file) ?? (JSON.parse(readFileIfAny(file) ?? '{}') as SiteContent);
  memo.set(file, known); // its name is its digest
  return known[city] ?? noCityContent;
}

/** A kept picture, as WebP. */
export function keptPhoto(key: string, width: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    fs.readFileSync(path.join(process.env['CURBSIDE_PHOTOS'] ?? '', photoName(key, width))),
  );
}

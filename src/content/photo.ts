import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { digest } from '../digest.ts';
import { writeFileAtomic } from '../disk.ts';
import { photoName, type Recipe } from './photo-name.ts';

/** A picture as kept, or in plain words why it is none. */
export type Prepared = { readonly key: string } | { readonly fault: string };

const mostBytes = 8 * 1024 * 1024;
const mostPixels = 50_000_000;
const quality = 72;
const formats = ['jpeg', 'png', 'webp'];

/**
 * Writes a picture into a folder in every size of a recipe as WebP, without anything but its points: no place, no camera,
 * no colour profile. The same bytes on the same machine. What is there already is not made again; the key is the digest
 * of the source, the recipe and the engine. Small, huge, animated and broken pictures are refused.
 */
export async function preparePhoto(source: string, folder: string, recipe: Recipe): Promise<Prepared> {
  if (!fs.existsSync(source)) return { fault: 'there is no such picture in the folder photos' };
  if (fs.statSync(source).size > mostBytes)
    return { fault: `the picture is larger than ${mostBytes / 1024 / 1024} MB` };
  const bytes = fs.readFileSync(source);
  const { sharp: engine, vips, webp } = sharp.versions;
  const key = digest(JSON.stringify([digest(bytes), recipe, quality, engine, vips, webp]));
  if (recipe.widths.every((width) => fs.existsSync(path.join(folder, photoName(key, width))))) return { key };
  const fault = await faultOf(bytes, recipe);
  if (fault !== null) return { fault };
  try {
    for (const width of recipe.widths)
      writeFileAtomic(path.join(folder, photoName(key, width)), await resized(bytes, width, recipe));
  } catch {
    return { fault: 'the picture is damaged: save it again and look at it' };
  }
  return { key };
}

async function faultOf(bytes: Uint8Array, { widths, ratio }: Recipe): Promise<string | null> {
  const facts = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (facts === null || !formats.includes(facts.format)) return 'the file is no JPEG, PNG or WebP picture';
  const { autoOrient, pages = 1 } = facts;
  const { width, height } = autoOrient;
  if (width * height > mostPixels) return `the picture has more than ${mostPixels / 1e6} million points`;
  if (pages > 1) return 'the picture moves: send a still one';
  const least = Math.min(...widths);
  const leastHeight = Math.round((least * ratio[1]) / ratio[0]);
  if (width >= least && height >= leastHeight) return null;
  return `the picture has ${width} by ${height} points, and must have ${least} by ${leastHeight} at least`;
}

async function resized(bytes: Uint8Array, width: number, { ratio }: Recipe): Promise<Buffer> {
  const height = Math.round((width * ratio[1]) / ratio[0]);
  return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning' })
    .autoOrient()
    .resize(width, height, { fit: 'cover', position: 'centre' })
    .toColourspace('srgb')
    .flatten({ background: '#fffdf7' })
    .webp({ quality, effort: 5 })
    .toBuffer();
}

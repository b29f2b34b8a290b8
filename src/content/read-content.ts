import fs from 'node:fs';
import path from 'node:path';
import type { Content } from './content.ts';
import type { ContentFault } from './fault.ts';
import { filesIn } from './folder.ts';
import type { Owner } from './owner.ts';
import { ownerSchema } from './owner-schema.ts';
import { photoRecipe } from './photo-name.ts';
import { preparePhoto } from './photo.ts';
import { readCampaigns } from './read-campaigns.ts';
import { readRates } from './read-rates.ts';
import { readYaml } from './yaml-file.ts';

/**
 * Reads a folder of content, all of it, and keeps its pictures in the folder `photos`. A file with a fault is left out
 * whole, but for a picture that cannot be used: without it the rest is as true as before.
 */
export async function readContent(folder: string, photos: string): Promise<Content> {
  const owners: Owner[] = [];
  const faults: ContentFault[] = [];
  const files = new Map<string, string>();
  for (const { file, at } of filesIn(folder, 'trucks')) {
    const read = file.endsWith('.yaml')
      ? readYaml(file, fs.readFileSync(at, 'utf8'), ownerSchema)
      : {
          value: null,
          faults: [{ file, line: null, field: '', message: 'its name does not end with .yaml' }],
        };
    faults.push(...read.faults);
    if (read.value === null) continue;
    const { photo: picture, ...owner } = read.value;
    const of = `${owner.city}/${owner.truck}`;
    const other = files.get(of);
    files.set(of, other ?? file);
    if (other !== undefined) {
      faults.push({ file, line: null, field: 'truck', message: `${other} speaks of the same truck` });
      continue;
    }
    const prepared =
      picture && (await preparePhoto(path.join(folder, 'photos', picture.file), photos, photoRecipe));
    if (prepared !== null && 'fault' in prepared)
      faults.push({ file, line: null, field: 'photo', message: prepared.fault });
    const key = prepared !== null && 'key' in prepared ? prepared.key : null;
    owners.push({ ...owner, photo: picture && key !== null ? { key, alt: picture.alt } : null });
  }
  owners.sort((a, b) => (`${a.city}/${a.truck}` < `${b.city}/${b.truck}` ? -1 : 1));
  const sponsors = await readCampaigns(folder, photos);
  const { rates, faults: others } = readRates(folder);
  return { owners, campaigns: sponsors.campaigns, rates, faults: [...faults, ...sponsors.faults, ...others] };
}

import fs from 'node:fs';
import path from 'node:path';
import { campaignRecipes, type Campaign } from './campaign.ts';
import { campaignSchema } from './campaign-schema.ts';
import type { ContentFault } from './fault.ts';
import { filesIn } from './folder.ts';
import { preparePhoto } from './photo.ts';
import { readYaml } from './yaml-file.ts';

/** The campaigns of a folder of content, in order of their names, and the faults of those that are left out. */
export interface Campaigns {
  readonly campaigns: readonly Campaign[];
  readonly faults: readonly ContentFault[];
}

/**
 * Reads `sponsors/` of a folder of content, and keeps its pictures in the folder `photos`. Two campaigns of a size on the
 * same pages on the same day cannot be: the one that begins later, or comes later by name, is left out with a fault.
 */
export async function readCampaigns(folder: string, photos: string): Promise<Campaigns> {
  const read: Campaign[] = [];
  const faults: ContentFault[] = [];
  for (const { file, at } of filesIn(folder, 'sponsors')) {
    const fault = (field: string, message: string) => faults.push({ file, line: null, field, message });
    const id = /^sponsors\/([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(file)?.[1];
    if (id === undefined) {
      fault('', 'its name is not small letters, digits and hyphens, with .yaml at the end');
      continue;
    }
    const { value, faults: own } = readYaml(file, fs.readFileSync(at, 'utf8'), campaignSchema);
    faults.push(...own);
    if (value === null) continue;
    const { image: picture, ...draft } = value;
    const source = path.join(folder, 'photos', picture?.file ?? '');
    const prepared = picture && (await preparePhoto(source, photos, campaignRecipes[draft.size]));
    if (prepared !== null && 'fault' in prepared) fault('image', prepared.fault);
    const key = prepared !== null && 'key' in prepared ? prepared.key : null;
    read.push({ id, ...draft, image: picture && key !== null ? { key, alt: picture.alt } : null });
  }
  read.sort((a, b) => (`${a.from} ${a.id}` < `${b.from} ${b.id}` ? -1 : 1));
  const campaigns: Campaign[] = [];
  for (const campaign of read) {
    const other = campaigns.find((one) => isInTheWay(one, campaign));
    if (other === undefined) campaigns.push(campaign);
    else {
      const message = `${fileOf(other)} has the same place and size from ${other.from} to ${other.to}`;
      faults.push({ file: fileOf(campaign), line: null, field: 'from', message });
    }
  }
  return { campaigns: campaigns.sort((a, b) => (a.id < b.id ? -1 : 1)), faults };
}

function fileOf({ id }: Campaign): string {
  return `sponsors/${id}.yaml`;
}

function isInTheWay(one: Campaign, other: Campaign): boolean {
  const isSamePlace = JSON.stringify([one.where, one.size]) === JSON.stringify([other.where, other.size]);
  return isSamePlace && one.from <= other.to && other.from <= one.to;
}

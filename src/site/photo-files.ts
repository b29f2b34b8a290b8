import { keptPhoto } from '../content/kept.ts';
import { campaignRecipes } from '../content/campaign.ts';
import { photoRecipe } from '../content/photo-name.ts';
import type { SiteCity } from './cities.ts';
import { ownersOf } from './owners.ts';
import { staticPage, type StaticPage } from './page.ts';

/** A kept picture in one of its widths. */
export interface PhotoFile {
  readonly key: string;
  readonly width: number;
}

/** Every picture that a page of the city shows, in every width: `/sf/photo/<key>-960.webp`. */
export function photoFiles(site: SiteCity): StaticPage<PhotoFile>[] {
  const owned = [...ownersOf(site).values()].map(({ photo }) => ({ photo, recipe: photoRecipe }));
  const sponsored = site.content.campaigns.map(({ image, size }) => {
    return { photo: image, recipe: campaignRecipes[size] };
  });
  const files = new Map<string, PhotoFile>();
  for (const { photo, recipe } of [...owned, ...sponsored]) {
    if (photo === null) continue;
    for (const width of recipe.widths) files.set(`${photo.key}-${width}`, { key: photo.key, width });
  }
  return [...files].map(([name, file]) => staticPage({ city: site.info.key, name }, file, (seed) => seed));
}

/** A picture's response. */
export function photoResponse({ key, width }: PhotoFile): Response {
  return new Response(keptPhoto(key, width), { headers: { 'content-type': 'image/webp' } });
}

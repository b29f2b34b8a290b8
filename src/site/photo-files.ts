import { keptPhoto } from '../content/kept.ts';
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
  const keys = new Set([...ownersOf(site).values()].flatMap(({ photo }) => photo?.key ?? []));
  return [...keys].flatMap((key) =>
    photoRecipe.widths.map((width) =>
      staticPage({ city: site.info.key, name: `${key}-${width}` }, { key, width }, (seed) => seed),
    ),
  );
}

/** A picture's response. */
export function photoResponse({ key, width }: PhotoFile): Response {
  return new Response(keptPhoto(key, width), { headers: { 'content-type': 'image/webp' } });
}

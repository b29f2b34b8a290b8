import icon from '../../public/icon.svg?raw';
import { staticPage, type StaticPage } from './page.ts';

/** An icon to be drawn. */
export interface IconFacts {
  readonly size: number;
  /** True where the device cuts a shape of its own out of it: no corners, and room around. */
  readonly isMaskable: boolean;
}

/** The icons of an installed site, by what stands in their name. */
const icons: Readonly<Record<string, IconFacts>> = {
  '180': { size: 180, isMaskable: true },
  '192': { size: 192, isMaskable: false },
  '512': { size: 512, isMaskable: false },
  maskable: { size: 512, isMaskable: true },
};

/** One picture for every icon. */
export function iconFiles(): StaticPage<IconFacts>[] {
  return Object.entries(icons).map(([size, facts]) => staticPage({ size }, facts, (seed) => seed));
}

/** The icon as an SVG of the given kind; the maskable one goes on to the edges. */
export function iconSvg(isMaskable: boolean): string {
  if (!isMaskable) return icon;
  const ground = '<path d="M-2-2h36v36h-36z" fill="#1c1a16"/>';
  const kerb = '<path d="M-2 25h2m32 0h2" stroke="#c4301c" stroke-width="5"/>';
  const wide = icon.replace('viewBox="0 0 32 32"', 'viewBox="-1.5 -1.5 35 35"');
  return wide.replace(/<rect[^>]*>/, ground).replace('</svg>', `${kerb}</svg>`);
}

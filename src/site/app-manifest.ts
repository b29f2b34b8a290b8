import { homePath, iconPath } from './urls.ts';

/** Colours of paper, which frame the page in the window of an app; `site.css` has the same. */
export const paper = { light: '#fffdf7', dark: '#151410' } as const;

/** The web app manifest (W3C): the whole site as one app, opened at who is open now. */
export function appManifest(linkTo: (path: string) => string) {
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => {
    return { src: linkTo(iconPath(name)), sizes: `${size}x${size}`, type: 'image/png', purpose };
  };
  return {
    name: 'Curbside: food trucks, to the minute',
    short_name: 'Curbside',
    description: 'Which food trucks are open, where, and until when. Works without a network.',
    id: linkTo(homePath),
    start_url: linkTo(homePath),
    scope: linkTo(homePath),
    display: 'standalone',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable', 512, 'maskable')],
  };
}

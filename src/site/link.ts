// `import.meta.env.BASE_URL` would do, but for a variable BASE_URL of the machine, which overrules it.
import { base, site } from 'astro:config/client';

/**
 * The path below which readers find the site, with a slash at both ends: "/trucks/", or "/" when it has a host to
 * itself. Astro's `base`, from `CURBSIDE_SITE`; a part of the compiled code.
 */
export { base };

/**
 * An address of the site as a browser must ask for it: "/sf/friday/12/" → "/trucks/sf/friday/12/". Everything before
 * this, views and keys among it, knows addresses without the base. With a host to itself this compiles to nothing.
 */
export function linkTo(path: string): string {
  return base === '/' ? path : base + path.slice(1);
}

/** The same with the host before it, for files that are read away from the site: calendars, feeds, pictures. */
export function publicLink(path: string): string {
  return new URL(linkTo(path), site).href;
}

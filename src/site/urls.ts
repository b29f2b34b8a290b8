import type { Weekday } from '../schedule/week.ts';
import { languageFrom, segmentOf, type Language } from '../words/language.ts';

/** Every address of the site. All end with a slash except data files; slugs come from the city model and are safe in a URL. */
export const homePath = '/';
export const statusPath = '/status/';
/** A city's own part of the status. */
export function cityStatusPath(city: string): string {
  return `/${city}/status/`;
}

/** What the open data is, for people and for programs. */
export const dataGuide = '/data/';
export const openApiPath = '/data/openapi.json';
export const schemaPath = '/data/schema.json';

/** How the data is made and what it means; of a city with its own examples. */
export const aboutPath = '/about/';

export function cityAboutPath(city: string): string {
  return `/${city}/about/`;
}

/** Every fault found in the rows of a city. */
export function problemsFile(city: string): string {
  return `/${city}/problems.json`;
}

/** Written by the build beside the pages; the browser reads the age of the data from it. */
export const statusFile = '/status.json';

/** Pages that belong to no city. They are there once, as are data files and pages for frames of other sites. */
const common: readonly string[] = [homePath, statusPath, aboutPath, dataGuide];

/** Where a page is in a language: "/sf/friday/12/" → "/es/sf/friday/12/". */
export function pathIn(language: Language, path: string): string {
  const segment = segmentOf(language);
  const isPart = (name: string) => path.split('/')[2] === name;
  const isOnce = !path.endsWith('/') || common.includes(path) || isPart('embed') || isPart('sponsors');
  return segment === undefined || isOnce ? path : `/${segment}${path}`;
}

/** The opposite: the language of an address, and the address without it. */
export function languageOfPath(path: string): { readonly language: Language; readonly path: string } {
  const segment = path.split('/')[1];
  const language = languageFrom(segment);
  return { language, path: language === 'en' ? path : path.slice(1 + (segment ?? '').length) };
}

export function cityPath(city: string): string {
  return `/${city}/`;
}

export function dayPath(city: string, day: Weekday): string {
  return `/${city}/${day}/`;
}

export function hourPath(city: string, day: Weekday, hour: number): string {
  return `/${city}/${day}/${hourText(hour)}/`;
}

export function truckPath(city: string, slug: string): string {
  return `/${city}/truck/${slug}/`;
}

export function placePath(city: string, slug: string): string {
  return `/${city}/place/${slug}/`;
}

export function foodsPath(city: string): string {
  return `/${city}/food/`;
}

export function foodPath(city: string, slug: string): string {
  return `/${city}/food/${slug}/`;
}

export function neighborhoodsPath(city: string): string {
  return `/${city}/neighborhood/`;
}

export function neighborhoodPath(city: string, slug: string): string {
  return `/${city}/neighborhood/${slug}/`;
}

export function searchPath(city: string): string {
  return `/${city}/search/`;
}

/** The trucks and places that the reader follows; the list is on the reader's device. */
export function followingPath(city: string): string {
  return `/${city}/following/`;
}

/** Draws pages from the week where there is no network; the worker keeps it. */
export function offlinePath(city: string): string {
  return `/${city}/offline/`;
}

/** What makes the site an app of the reader's device. */
export const appManifestFile = '/manifest.webmanifest';

/** The icon as points: "180", "192", "512", or "maskable". */
export function iconPath(size: string): string {
  return `/icon-${size}.png`;
}

export function weekFile(city: string): string {
  return `/${city}/week.json`;
}

/** The data of a page, beside it under the same name: "/sf/friday/12/" → "/sf/friday/12.json". */
export function dataPath(page: string): string {
  return `${page.slice(0, -1)}.json`;
}

/** The calendar of a truck's or a place's page, beside it: "/sf/truck/anzu/" → "/sf/truck/anzu.ics". */
export function calendarPath(page: string): string {
  return `${page.slice(0, -1)}.ics`;
}

/** The feeds of a truck's page, beside it: "/sf/truck/anzu.atom", "/sf/truck/anzu.feed.json". */
export function atomPath(page: string): string {
  return `${page.slice(0, -1)}.atom`;
}

export function feedPath(page: string): string {
  return `${page.slice(0, -1)}.feed.json`;
}

/** The feeds of a city. */
export function cityAtomPath(city: string): string {
  return `/${city}/changes.atom`;
}

export function cityFeedPath(city: string): string {
  return `/${city}/changes.json`;
}

/** The small page for frames of other sites: "/sf/truck/anzu/" → "/sf/embed/truck/anzu/". */
export function embedPath(page: string): string {
  return page.replace(/^\/[^/]+\//, '$&embed/');
}

/** The picture that goes with a link to a truck's or a day's page: "/sf/friday/" → "/sf/friday.png". */
export function cardPath(page: string): string {
  return `${page.slice(0, -1)}.png`;
}

/** The points of an hour's or a truck's page, beside it: "/sf/friday/12.geojson". */
export function pointsPath(page: string): string {
  return `${page.slice(0, -1)}.geojson`;
}

/** What sponsors get, and what it costs. */
export function sponsorsPath(city: string): string {
  return `/${city}/sponsors/`;
}

/** A picture that an owner gave, in one of its widths: "/sf/photo/<digest>-960.webp". */
export function photoPath(city: string, key: string, width: number): string {
  return `/${city}/photo/${key}-${width}.webp`;
}

/** The week as a table. */
export function weekTable(city: string): string {
  return `/${city}/week.csv`;
}

/** "00" … "23". */
export function hourText(hour: number): string {
  return String(hour).padStart(2, '0');
}

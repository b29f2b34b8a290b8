import type { Certainty } from '../schedule/certainty.ts';
import type { Entry } from '../schedule/city.ts';
import type { Standing } from '../schedule/standing.ts';
import type { SiteCity } from './cities.ts';
import { partsOf, type EntryView } from './entry-view.ts';
import { weekdays } from '../schedule/week.ts';
import { english } from '../words/en/index.ts';
import type { Words } from '../words/words.ts';
import { cityFrame, framed, siteFrame, type Frame, type FramedCity } from './frame.ts';
import { staticPage, type StaticPage } from './page.ts';
import { placeLink, truckLink, type Link } from './refs.ts';
import { cutText, listLength } from './text.ts';
import { windowFrom } from './time-range.ts';
import { aboutPath, cityAboutPath, cityStatusPath, sponsorsPath, weekFile, weekTable } from './urls.ts';

/** How the data is read and how far it can be trusted, with examples out of it. */
export interface AboutView {
  readonly frame: Frame;
  readonly certainty: Readonly<Record<Certainty, Example | null>>;
  readonly standing: Readonly<Record<Standing, Example | null>>;
  readonly status: string;
  readonly week: string;
  readonly table: string;
  /** What sponsors get; null where no rates are told. */
  readonly sponsors: string | null;
}

/** Where several cities are, each has a page of its own. */
export interface AboutListView {
  readonly frame: Frame;
  readonly cities: readonly Link[];
}

/** One row of the schedule, in words. */
export interface Example {
  readonly truck: Link;
  readonly place: Link;
  readonly day: string;
  /** The row's own hours, and what this site makes of them: equal unless the text gives stops. */
  readonly hours: string;
  readonly times: string;
  /** The city's text, cut. */
  readonly note: string;
  readonly status: string;
}

type Examples = Readonly<Record<Certainty | Standing, EntryView | null>>;

interface AboutSeed {
  readonly site: FramedCity;
  readonly examples: Examples;
  /** Left out where no rates are told. */
  readonly hasRates?: true;
}

/** A city's page about its data, as a list of one page. */
export function cityAboutPages(site: SiteCity): StaticPage<AboutView>[] {
  const hasRates = site.content.rates !== null && ({ hasRates: true } as const);
  const seed = { site: framed(site), examples: examplesOf(site), ...hasRates };
  return [staticPage({ city: site.info.key }, seed, aboutView)];
}

/** What `/about/` shows: the page of the only city, or the list of cities. */
export function rootAboutView(sites: readonly SiteCity[]): AboutView | AboutListView {
  const [only, ...others] = sites;
  const frame = siteFrame(sites, { path: aboutPath, ...titles(only?.info.name ?? 'cities', english) });
  if (only !== undefined && others.length === 0)
    return {
      ...aboutView({ site: only, examples: examplesOf(only) }, english),
      frame: { ...frame, city: only.info },
    };
  return { frame, cities: sites.map(({ info }) => ({ label: info.name, href: cityAboutPath(info.key) })) };
}

function titles(name: string, { about }: Words): { title: string; description: string } {
  return { title: about.title(name), description: about.description(name) };
}

/**
 * The first entry in reading order for each thing to explain, so that the examples stay while their rows do: stated
 * times are shown where they differ from the row's hours.
 */
function examplesOf({ city }: SiteCity): Examples {
  const parts = partsOf(city);
  const first = (test: (entry: Entry) => boolean): EntryView | null => {
    const found = parts.reading.find(test);
    return found === undefined ? null : (parts.entry[found.position] ?? null);
  };
  const certain = (certainty: Certainty) =>
    first((entry) => entry.certainty === certainty && entry.standing !== 'lapsed' && isTelling(entry));
  const standing = (one: Standing) =>
    first((entry) => entry.standing === one && entry.certainty !== 'conflict');
  return {
    stated: certain('stated'),
    hours: certain('hours'),
    conflict: certain('conflict'),
    permitted: standing('permitted'),
    renewing: standing('renewing'),
    unknown: standing('unknown'),
    lapsed: standing('lapsed'),
  };
}

function isTelling({ certainty, windows, hours, note }: Entry): boolean {
  const [window] = windows;
  if (certainty !== 'stated' || window === undefined) return note !== '' || certainty === 'hours';
  return windows.length > 1 || window.start !== hours.start || window.end !== hours.end;
}

function aboutView({ site, examples, hasRates }: AboutSeed, words: Words): AboutView {
  const city = site.info.key;
  const show = (entry: EntryView | null) => entry && exampleOf(city, entry, words);
  return {
    frame: cityFrame(site, {
      path: cityAboutPath(city),
      ...titles(words.frame.city(site.info.name), words),
    }),
    certainty: {
      stated: show(examples.stated),
      hours: show(examples.hours),
      conflict: show(examples.conflict),
    },
    standing: {
      permitted: show(examples.permitted),
      renewing: show(examples.renewing),
      unknown: show(examples.unknown),
      lapsed: show(examples.lapsed),
    },
    status: cityStatusPath(city),
    week: weekFile(city),
    table: weekTable(city),
    sponsors: hasRates === true ? sponsorsPath(city) : null,
  };
}

function exampleOf(city: string, entry: EntryView, { first, times, comma }: Words): Example {
  return {
    truck: truckLink(city, entry.truck),
    place: placeLink(city, entry.place),
    day: first.weekday(weekdays.indexOf(entry.day)),
    hours: times.window(windowFrom(entry.hours)),
    times: entry.windows.map((range) => times.window(windowFrom(range))).join(comma),
    note: cutText(entry.note, listLength.note),
    status: cutText(entry.status ?? '', 30).toLowerCase(),
  };
}

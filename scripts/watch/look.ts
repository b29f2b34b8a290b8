import { cacheControl } from '../../src/publish/headers.ts';
import { addressBelow, pathBelow } from '../../src/site/site-address.ts';
import { homePath, hourPath, statusFile } from '../../src/site/urls.ts';
import type { StatusFile } from '../../src/site/status-file.ts';
import { driverOf, metadataRequest } from '../../src/source/drivers.ts';
import type { CitySettings } from '../../src/source/cities.ts';
import type { SodaSettings } from '../../src/source/settings.ts';
import { ask, type Answer, type WatchIo } from './ask.ts';

/** Data older than this is an alarm: the city updates once a day, and two hours are for dropped runs. */
export const oldestHours = 26;

/** What to look at. */
export interface Watched {
  /** Ends with a slash. */
  readonly site: URL;
  readonly city: CitySettings;
  readonly settings: SodaSettings;
  /** `ours`: the published cache headers; `plain`: a host that sets its own, as GitHub Pages does. */
  readonly headers: 'ours' | 'plain';
}

/** One thing that was looked at. */
export interface Check {
  readonly name: 'status' | 'home' | 'hour' | 'asset' | 'city';
  readonly address: string;
  readonly ok: boolean;
  /** What was found, in words; faults first. */
  readonly fact: string;
  readonly tookMs: number;
}

/** What a watch found. */
export interface WatchReport {
  readonly site: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

/** Looks at the published site and the city's API, from outside. Never fails: what cannot be had is a fact. */
export async function look(watched: Watched, io: WatchIo): Promise<WatchReport> {
  const { site, city } = watched;
  const page = (path: string) => ask({ url: addressBelow(site, path).href }, io);
  const hour = hourPath(city.info.key, 'friday', 12);
  const [status, home, ofHour] = await Promise.all([page(statusFile), page(homePath), page(hour)]);
  const asset = assetOf(ofHour) ?? assetOf(home);
  const ofAsset = asset === null ? null : await ask({ url: new URL(asset, site).href }, io);
  const checks = [
    check('status', status, [
      ...statusFaults(status, io.now()),
      ...headerFaults(watched, status, /^application\/json/),
    ]),
    check('home', home, [...pageFaults(home), ...headerFaults(watched, home, /^text\/html/)]),
    check('hour', ofHour, [...pageFaults(ofHour), ...headerFaults(watched, ofHour, /^text\/html/)]),
    ofAsset === null
      ? {
          name: 'asset' as const,
          address: addressBelow(site, hour).href,
          ok: false,
          fact: 'the page names no asset',
          tookMs: 0,
        }
      : check(
          'asset',
          ofAsset,
          headerFaults(watched, ofAsset, /^(text|application)\/(javascript|css)|^font\/|^image\//),
        ),
    await checkCity(watched, io),
  ];
  const at = new Date(io.now()).toISOString();
  return { site: site.href, at, ok: checks.every(({ ok }) => ok), checks };
}

function check(name: Check['name'], answer: Answer, faults: readonly string[]): Check {
  const found = answer.status === 200 ? faults : [statusWords(answer)];
  return {
    name,
    address: answer.url,
    ok: found.length === 0,
    fact: found.join('; ') || `200 in ${answer.tookMs} ms`,
    tookMs: answer.tookMs,
  };
}

function statusWords({ status, fault }: Answer): string {
  return status === 0 ? `no answer: ${fault}` : `it answers ${status}`;
}

function statusFaults({ text }: Answer, nowMs: number): string[] {
  try {
    const { cities } = JSON.parse(text) as StatusFile;
    const entries = Object.entries(cities);
    if (entries.length === 0) return ['it names no city'];
    return entries.flatMap(([key, { pulledAt }]) => {
      const hours = (nowMs - Date.parse(pulledAt)) / 3_600_000;
      if (Number.isNaN(hours)) return [`${key} does not say when it was pulled`];
      return hours < oldestHours
        ? []
        : [`the data of ${key} is ${Math.floor(hours)} hours old, more than ${oldestHours}`];
    });
  } catch {
    return ['it is no status of ours'];
  }
}

/** A page that was cut off, or the page of someone else's error. */
function pageFaults({ text }: Answer): string[] {
  return /<html[\s>]/i.test(text) && /<\/html>\s*$/i.test(text) ? [] : ['it is no whole page'];
}

function headerFaults({ site, headers }: Watched, answer: Answer, type: RegExp): string[] {
  const faults: string[] = [];
  const sent = answer.headers.get('content-type') ?? 'none';
  if (!type.test(sent)) faults.push(`Content-Type is ${sent}`);
  if (headers === 'plain') return faults;
  const kept = answer.headers.get('cache-control') ?? 'none';
  const { pathname } = new URL(answer.url);
  const wanted = cacheControl(pathBelow(site, pathname) ?? pathname);
  if (kept !== wanted) faults.push(`Cache-Control is "${kept}", not "${wanted}"`);
  return faults;
}

/** The path of an asset as the page names it, below whatever path: a page built for another one is found so. */
function assetOf({ text }: Answer): string | null {
  return /["'(]((?:\/[\w.~-]+)*\/_astro\/[\w./@-]+)/.exec(text)?.[1] ?? null;
}

/** Asks for the number of rows; an API that answers only with a token is asked for the table's description instead. */
async function checkCity({ city, settings }: Watched, io: WatchIo): Promise<Check> {
  const driver = driverOf(settings.api);
  const { url } = driver.needsToken
    ? metadataRequest(settings.origin, city.schedule)
    : driver.countRequest(settings.origin, city.schedule);
  const answer = await ask({ url }, io);
  return check('city', answer, isJson(answer.text) ? [] : ['it answers 200 without JSON']);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

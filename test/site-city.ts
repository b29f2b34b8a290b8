import type { SnapshotRow } from '../src/schedule/snapshot.ts';
import { readCity } from '../src/schedule/read-city.ts';
import { noCityContent, type CityContent } from '../src/content/content.ts';
import type { Owner } from '../src/content/owner.ts';
import type { SiteCity } from '../src/site/cities.ts';
import { emptyLog } from '../src/source/log.ts';
import { snapshotDigest } from '../src/source/state.ts';
import { snapshot } from './schedule-rows.ts';

/** San Francisco with the rows of a test. */
export function siteCity(rows: readonly SnapshotRow[], over: Partial<SiteCity> = {}): SiteCity {
  const taken = snapshot(rows);
  return {
    info: { key: 'sf', name: 'San Francisco', timeZone: 'America/Los_Angeles' },
    sample: false,
    snapshot: snapshotDigest(taken),
    rows: rows.length,
    history: [],
    logDigest: null,
    log: emptyLog,
    city: readCity(taken),
    problems: [],
    geography: { neighborhoodsDigest: null, streetsDigest: null, areas: () => [], streets: () => [] },
    content: noCityContent,
    ...over,
  };
}

/** Content in which one owner says something of one truck. */
export function contentWith(said: Partial<Owner> & Pick<Owner, 'truck'>): CityContent {
  const nothing = { description: null, photo: null, order: null, phone: null, website: null, catering: null };
  const lists = {
    permits: [],
    formerly: [],
    menu: [],
    social: [],
    languages: [],
    accessibility: [],
    closed: [],
  };
  const owner = { city: 'sf', lang: 'en', preorders: false, ...nothing, ...lists, ...said };
  return { ...noCityContent, owners: [owner] };
}

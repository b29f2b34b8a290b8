import { tzlib_get_ical_block } from 'timezones-ical-library';
import { digest } from '../digest.ts';
import { Failure } from '../failure.ts';
import { instantOf } from '../schedule/clock.ts';
import { addDays, datesIn, type DateRange } from '../schedule/dates.ts';
import { applicantKey } from '../schedule/name.ts';
import { renewalDays } from '../schedule/standing.ts';
import { minutesPerDay, weekdays, type Weekday } from '../schedule/week.ts';
import type { CityInfo } from '../source/state.ts';
import type { ClosedTrucks } from './closed-text.ts';
import type { EntryView } from './entry-view.ts';
import { icalComponent, icalText, type Property } from './ical.ts';
import { badgeOf } from './refs.ts';
import { cutText, listLength } from './text.ts';
import { truckPath } from './urls.ts';
import { weeklyStays, type WeeklyStay } from './weekly.ts';

/** What a calendar is made of. */
export interface CalendarFacts {
  readonly city: CityInfo;
  readonly sample: boolean;
  readonly name: string;
  readonly entries: readonly EntryView[];
  readonly permits: readonly { readonly permit: string; readonly expiresOn: string | null }[];
  /** Days on which trucks do not come, by their slugs. */
  readonly closed: ClosedTrucks;
}

/** A weekly event: a stay, and the dates between which its permit holds. */
interface WeeklyEvent extends WeeklyStay {
  /** First and last day, "YYYY-MM-DD"; no last one when the permit has no end. */
  readonly from: string;
  readonly until: string | null;
}

/** Where stays without an end begin: a calendar needs a first day, and no file may hold the day it was made. */
const epoch = '2020-01-01';

/**
 * A calendar of weekly events (RFC 5545) for the permitted stays among entries, the same bytes whenever it is made.
 * `addressOf` gives the public address of a page. Fails with `TIME_ZONE_UNKNOWN` when the zone has no rules.
 */
export function calendarText(facts: CalendarFacts, addressOf: (page: string) => string): string {
  const { city, sample, name } = facts;
  const title = icalText(sample ? `Sample: ${name}` : name);
  const ids = new Map<string, number>();
  const events = eventsOf(facts).map((event) =>
    eventText(event, { facts, addressOf, uid: uidOf(event, facts, ids) }),
  );
  const properties: Property[] = [
    ['VERSION', '2.0'],
    ['PRODID', '-//Curbside//Schedule//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['NAME', title],
    ['X-WR-CALNAME', title],
    ['X-WR-TIMEZONE', city.timeZone],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT12H'],
    ['X-PUBLISHED-TTL', 'PT12H'],
  ];
  return icalComponent('VCALENDAR', properties, [zoneText(city.timeZone), ...events]);
}

/** Stays by how long their permits hold, so that none outlives its own; of equal ones the longest is told. */
function eventsOf({ entries, permits }: CalendarFacts): WeeklyEvent[] {
  const expiries = new Map(permits.map(({ permit, expiresOn }) => [permit, expiresOn]));
  const byExpiry = Map.groupBy(entries, ({ permit, standing }) => {
    const expiry = expiries.get(permit) ?? null;
    return expiry === null
      ? ''
      : `${expiry} ${standing === 'renewing' ? addDays(expiry, renewalDays) : expiry}`;
  });
  const longestFirst = [...byExpiry].sort(([a], [b]) => (endOf(b) < endOf(a) ? -1 : 1));
  const told = new Set<string>();
  return longestFirst.flatMap(([key, group]) => {
    const [expiry = '', until = ''] = key.split(' ');
    const from = expiry === '' ? epoch : addDays(`${Number(expiry.slice(0, 4)) - 1}${expiry.slice(4)}`, 1);
    return weeklyStays(group).flatMap((stay) => {
      const days = stay.days.filter((day) => !told.has(identityOf(stay) + day));
      for (const day of days) told.add(identityOf(stay) + day);
      return days.length === 0 ? [] : [{ ...stay, days, from, until: until || null }];
    });
  });
}

/** "" (no end) comes after every date. */
function endOf(key: string): string {
  return key.split(' ')[1] ?? '9999';
}

function identityOf({ truck, place, window }: WeeklyStay): string {
  return [applicantKey(truck.legalName), place.slug, window.start, window.end, ''].join('\n');
}

/** Of applicant, address and times: a renewed permit, other weekdays and another host of the site change nothing. */
function uidOf(event: WeeklyEvent, { city }: CalendarFacts, ids: Map<string, number>): string {
  const identity = `${city.key}\n${identityOf(event)}`;
  const number = ids.get(identity) ?? 0;
  ids.set(identity, number + 1);
  return `${digest(number === 0 ? identity : `${identity}${number}`)}@curbside`;
}

interface Around {
  readonly facts: CalendarFacts;
  readonly addressOf: (page: string) => string;
  readonly uid: string;
}

function eventText(event: WeeklyEvent, { facts: { city, sample, closed }, addressOf, uid }: Around): string {
  const { truck, place, window, from, until, days } = event;
  const first = firstDay(from, days);
  const name = cutText(truck.name, listLength.name);
  const address = cutText(place.address, listLength.name);
  const end = until === null ? '' : `;UNTIL=${basic(instantOf(city.timeZone, until, minutesPerDay - 1))}`;
  const properties: Property[] = [
    ['UID', uid],
    ['DTSTAMP', `${compact(from)}T000000Z`],
    [`DTSTART;TZID=${city.timeZone}`, `${compact(first)}T${clock(window.start)}`],
    // Not an end: the first event may lie on the night when the clocks change, and the others are as long as it.
    ['DURATION', `PT${duration(window.end - window.start)}`],
    ['RRULE', `FREQ=WEEKLY;BYDAY=${days.map((day) => day.slice(0, 2).toUpperCase()).join(',')}${end}`],
    ...exceptions(event, closed[truck.slug] ?? [], city.timeZone),
    ['SUMMARY', icalText(`${sample ? 'Sample: ' : ''}${name}, permitted at ${address}`)],
    ['DESCRIPTION', icalText(descriptionOf(event, sample))],
    ['LOCATION', icalText(`${address}, ${city.name}`)],
    ['URL', addressOf(truckPath(city.key, truck.slug))],
    // A permit blocks nobody's time, and promises nothing.
    ['TRANSP', 'TRANSPARENT'],
    ['STATUS', 'TENTATIVE'],
  ];
  const { latitude, longitude } = place;
  if (latitude !== null && longitude !== null) properties.push(['GEO', `${latitude};${longitude}`]);
  return icalComponent('VEVENT', properties);
}

/** The days of an event on which its truck is closed, as exceptions of its rule; no property where there are none. */
function exceptions(event: WeeklyEvent, closed: readonly DateRange[], timeZone: string): Property[] {
  const { days, window, from, until } = event;
  const dates = closed.flatMap((range) =>
    datesIn(range).filter((date) => {
      const isOn = days.includes(weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]!);
      return isOn && date >= from && (until === null || date <= until);
    }),
  );
  if (dates.length === 0) return [];
  const starts = dates.map((date) => `${compact(date)}T${clock(window.start)}`);
  return [[`EXDATE;TZID=${timeZone}`, starts.join(',')]];
}

function descriptionOf({ entries }: WeeklyEvent, sample: boolean): string {
  const first = entries[0]!;
  const badge = badgeOf(entries);
  const parts = [
    sample ? 'Sample data, made up: no truck is where this says.' : '',
    'Permitted to be here; not seen here. Holidays may differ.',
    badge === 'renewing' ? 'The permit is being renewed.' : '',
    badge === 'unknown' ? 'The city lists no permit for this stop.' : '',
    first.certainty === 'hours' ? 'The city gives whole hours only; the stop may be shorter.' : '',
    cutText(first.food, listLength.note),
    first.note === '' ? '' : `The city’s words: ${cutText(first.note, listLength.note)}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function zoneText(timeZone: string): string {
  const found = tzlib_get_ical_block(timeZone);
  if (typeof found === 'string') {
    throw new Failure('TIME_ZONE_UNKNOWN', `There are no rules for the time zone ${timeZone}.`, {
      hint: 'src/source/cities.ts wants an IANA name such as America/Los_Angeles.',
    });
  }
  return `${found[0]!}\r\n`;
}

/** The first day on or after a date that is one of the weekdays. */
function firstDay(from: string, days: readonly Weekday[]): string {
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  return addDays(from, Math.min(...days.map((day) => (weekdays.indexOf(day) - weekday + 7) % 7)));
}

/** "2022-01-19" → "20220119". */
function compact(date: string): string {
  return date.replaceAll('-', '');
}

/** An instant as iCalendar writes it in UTC: "20221116T075900Z". */
function basic(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}00`;
}

function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}

import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { believe } from './certainty.ts';
import { rowHours } from './hours.ts';
import { readCity } from './read-city.ts';
import type { SnapshotRow } from './snapshot.ts';
import { standingOf } from './standing.ts';
import { readStops } from './stops.ts';
import { isWeekday } from './week.ts';
import { clockFromMinutes } from './clock-text.ts';
import type { Weekday } from './week.ts';

type Raw = Readonly<Record<string, string | undefined>>;

const schedule = sharedData('schedule-2022-01-19.json');
const permits = sharedData('permits-2022-01-17.json');
const examples = sharedData('stop-text-examples.json');

function weekdayFrom(text: string | undefined): Weekday {
  const weekday = (text ?? '').toLowerCase();
  if (!isWeekday(weekday)) throw new Error(`no weekday: ${weekday}`);
  return weekday;
}

function degrees(text: string | undefined): number | null {
  const value = Math.round(Number(text) * 1e6) / 1e6;
  return Number.isFinite(value) && value !== 0 ? value : null;
}

/** Rows of the schedule joined with their permits, in the order of the file. */
function realRows(scheduleText: string, permitsText: string): readonly SnapshotRow[] {
  const permitRows = JSON.parse(permitsText) as Raw[];
  const atLocation = new Map(permitRows.map((raw) => [`${raw['permit']}/${raw['objectid']}`, raw]));
  const byPermit = new Map(permitRows.map((raw) => [raw['permit'], raw]));
  return (JSON.parse(scheduleText) as Raw[]).map((raw) => {
    const permit = atLocation.get(`${raw['permit']}/${raw['locationid']}`) ?? byPermit.get(raw['permit']);
    const status = permit?.['status'] ?? null;
    const expiresOn = permit?.['expirationdate']?.slice(0, 10) ?? null;
    return {
      permit: raw['permit'] ?? '',
      locationId: raw['locationid'] ?? '',
      weekday: weekdayFrom(raw['dayofweekstr']),
      start24: raw['start24'] ?? '',
      end24: raw['end24'] ?? '',
      applicant: raw['applicant'] ?? '',
      address: raw['location'] ?? '',
      text: (raw['locationdesc'] ?? '').trim(),
      food: (raw['optionaltext'] ?? '').trim(),
      cold: raw['coldtruck'] === 'Y',
      latitude: degrees(raw['latitude']),
      longitude: degrees(raw['longitude']),
      standing: standingOf(permit === undefined ? null : { status, expiresOn }, '2022-01-19'),
      status,
      expiresOn,
      permitFood: permit?.['fooditems'] ?? null,
      facility: permit?.['facilitytype'] ?? null,
      crossStreets: permit?.['locationdescription'] ?? null,
      scheduleUrl: permit?.['schedule'] ?? null,
    };
  });
}

function count(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe.skipIf(schedule === null || permits === null)('the schedule of January 2022', () => {
  const rows = realRows(schedule ?? '[]', permits ?? '[]');
  const city = readCity({ rows, problems: [] });

  it('is believed as the specification counts', () => {
    expect(count(city.entries.map(({ certainty }) => certainty))).toEqual({
      stated: 1845,
      hours: 796,
      conflict: 168,
    });
  });

  it('stands as the specification counts', () => {
    const standings = count(city.entries.map(({ standing }) => standing));
    expect(standings).toEqual({ permitted: 597, renewing: 450, unknown: 35, lapsed: 1727 });
  });

  it('loses no row and repeats no key', () => {
    expect(new Set(city.entries.map(({ key }) => key)).size).toBe(2809);
  });

  it('has one truck for each applicant and shows no block as a place', () => {
    expect(city.trucks).toHaveLength(104);
    expect(city.places.filter(({ address }) => /assessor|lot/i.test(address))).toEqual([]);
    expect(city.trucks.filter(({ name }) => /dba/i.test(name))).toEqual([]);
  });

  it('finds a kind of food for every truck that names any', () => {
    const without = city.trucks.filter(({ foods }) => foods.length === 0).map(({ name }) => name);
    // The first gives no food text, the others only "everything".
    expect(without).toEqual([
      'Isidoro Serrano',
      'Off the Grid Services, LLC',
      'SF Cart Project',
      'Tres Truck',
    ]);
  });
});

describe.skipIf(examples === null)('believe', () => {
  const cases = JSON.parse(examples ?? '[]') as {
    readonly locationdesc: string;
    readonly dayofweekstr: string;
    readonly start24: string;
    readonly end24: string;
    readonly certainty: string;
    readonly windows: readonly (readonly string[])[];
  }[];

  it('has all examples at hand', () => expect(cases.length).toBe(136));

  it.each(cases)('agrees on $locationdesc, $dayofweekstr $start24–$end24', (example) => {
    const hours = rowHours(example.start24, example.end24);
    if (hours === null) throw new Error('unreadable hours');
    const weekday = weekdayFrom(example.dayofweekstr);
    const { certainty, windows } = believe({ weekday, hours, stops: readStops(example.locationdesc) });
    const written = windows.map(({ start, end }) => [clockFromMinutes(start), clockFromMinutes(end)]);
    expect({ certainty, windows: written }).toEqual({
      certainty: example.certainty,
      windows: example.windows,
    });
  });
});

import { rowHours } from '../schedule/hours.ts';
import type { SnapshotRow } from '../schedule/snapshot.ts';
import { isKnownStatus, standingOf } from '../schedule/standing.ts';
import { weekdays, type Weekday } from '../schedule/week.ts';
import type { Box } from './cities.ts';
import type { PermitFacts, PermitIndex } from './permits.ts';
import {
  clip,
  permitColumn,
  readScheduleRow,
  scheduleColumn,
  type Fault,
  type ScheduleCells,
} from './rows.ts';

/** What the meaning of a row depends on besides the row. */
export interface Setting {
  readonly permits: PermitIndex;
  /** "YYYY-MM-DD" in the city's zone. */
  readonly asOf: string;
  readonly box: Box;
}

/** A row of the schedule placed in the week and joined with its permit; `row` is null when it cannot be placed. */
export interface Placed {
  readonly row: SnapshotRow | null;
  readonly cells: ScheduleCells;
  readonly faults: readonly Fault[];
}

/**
 * Places one row of the schedule as the API sent it. Total: whatever is wrong is a fault. A row whose permit, place, weekday,
 * hours or applicant cannot be read cannot be placed; one whose coordinates cannot be used stays, without them.
 */
export function placeRow(raw: unknown, setting: Setting): Placed {
  const { cells, faults: readFaults } = readScheduleRow(raw);
  const faults = [...readFaults];
  const weekday = weekdayOf(cells, faults);
  const hours = hoursOf(cells, faults);
  const permit = setting.permits.find(cells.permit ?? '', cells.locationId ?? '');
  const owned = ownerOf(cells, permit, faults);
  if (weekday === null || hours === null || owned === null) return { row: null, cells, faults };
  const row: SnapshotRow = {
    ...owned,
    weekday,
    ...hours,
    text: cells.text ?? '',
    food: cells.food ?? '',
    cold: cells.cold?.toUpperCase() === 'Y',
    ...coordinatesOf(cells, setting.box, faults),
    standing: standingOf(permit, setting.asOf),
    status: permit?.status ?? null,
    expiresOn: permit?.expiresOn ?? null,
    permitFood: permit?.food ?? null,
    facility: permit?.facility ?? null,
    crossStreets: permit?.crossStreets ?? null,
    scheduleUrl: permit?.scheduleUrl ?? null,
  };
  if (permit !== null && !isKnownStatus(permit.status)) {
    const message = 'No status the city has named before; the permit is taken as lapsed.';
    faults.push({
      code: 'status-unknown',
      column: permitColumn('status'),
      value: clip(permit.status ?? ''),
      message,
    });
  }
  return { row, cells, faults };
}

type Owned = Pick<SnapshotRow, 'permit' | 'locationId' | 'applicant' | 'address'>;

function ownerOf(cells: ScheduleCells, permit: PermitFacts | null, faults: Fault[]): Owned | null {
  const owned = {
    permit: cells.permit,
    locationId: cells.locationId,
    applicant: cells.applicant ?? permit?.applicant ?? null,
    address: cells.address ?? permit?.address ?? null,
  };
  const missing = Object.keys(owned).filter((name) => owned[name as keyof Owned] === null) as (keyof Owned)[];
  for (const name of missing) {
    const message = `The row cannot be listed without it: ${factsOf(cells)}`;
    faults.push({ code: 'row-malformed', column: scheduleColumn(name), value: '', message });
  }
  return missing.length === 0 ? (owned as Owned) : null;
}

function weekdayOf(cells: ScheduleCells, faults: Fault[]): Weekday | null {
  const column = scheduleColumn('weekday');
  const written = cells.weekday?.toLowerCase() ?? '';
  const weekday = written.length < 3 ? undefined : weekdays.find((name) => name.startsWith(written));
  if (weekday === undefined) {
    const message = `No weekday, so the row is in no week: ${factsOf(cells)}`;
    faults.push({ code: 'weekday-unknown', column, value: clip(cells.weekday ?? ''), message });
    return null;
  }
  const number = cells.dayNumber;
  if (number !== null && Number(number) !== weekdays.indexOf(weekday)) {
    const message = `${scheduleColumn('dayNumber')} says otherwise; ${weekday} is believed.`;
    faults.push({
      code: 'weekday-disagrees',
      column: scheduleColumn('dayNumber'),
      value: clip(number),
      message,
    });
  }
  return weekday;
}

function hoursOf(cells: ScheduleCells, faults: Fault[]): Pick<SnapshotRow, 'start24' | 'end24'> | null {
  const [start24, end24] = [cells.start24, cells.end24].map((time) => (time ?? '').replace(/^(\d):/, '0$1:'));
  if (rowHours(start24 as string, end24 as string) !== null)
    return { start24: start24 as string, end24: end24 as string };
  const value = clip(`${cells.start24 ?? ''}-${cells.end24 ?? ''}`);
  const message = `No hours, so the row is in no week: ${factsOf(cells)}`;
  faults.push({ code: 'hours-unreadable', column: scheduleColumn('start24'), value, message });
  return null;
}

/** Six decimals are a hand's breadth, finer than any survey here, and drop the last digits, which change between pulls by rounding alone. */
function coordinatesOf(
  cells: ScheduleCells,
  box: Box,
  faults: Fault[],
): Pick<SnapshotRow, 'latitude' | 'longitude'> {
  const [latitude, longitude] = [cells.latitude, cells.longitude].map(degreesOf) as [
    number | null,
    number | null,
  ];
  if (latitude === null || longitude === null) {
    const name = latitude === null ? 'latitude' : 'longitude';
    const message = 'Missing, zero or not a number; the row has no point on the map.';
    faults.push({
      code: 'coordinates-missing',
      column: scheduleColumn(name),
      value: clip(cells[name] ?? ''),
      message,
    });
    return { latitude: null, longitude: null };
  }
  const inside =
    latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
  if (inside) return { latitude, longitude };
  const message = 'Outside the city; the row has no point on the map.';
  const value = `${latitude},${longitude}`;
  faults.push({ code: 'coordinates-outside', column: scheduleColumn('latitude'), value, message });
  return { latitude: null, longitude: null };
}

function degreesOf(text: string | null): number | null {
  const degrees = Math.round(Number(text) * 1e6) / 1e6;
  return Number.isFinite(degrees) && degrees !== 0 ? degrees : null;
}

/** What a reader needs to find the row in the city's table. */
function factsOf({ permit, locationId, weekday, start24, end24, applicant, address }: ScheduleCells): string {
  const facts = [permit, locationId, weekday, `${start24 ?? '?'}-${end24 ?? '?'}`, applicant, address];
  return facts.map((fact) => clip(fact ?? '?')).join(', ');
}

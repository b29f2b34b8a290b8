import { clockFromMinutes } from '../../schedule/clock-text.ts';
import { weekdays } from '../../schedule/week.ts';
import type { EntryView, PlaceRef, TruckRef } from '../../site/entry-view.ts';
import type { TimeRange } from '../../site/time-range.ts';
import type { WeekData } from '../../site/week-file.ts';

const certainties = ['stated', 'hours', 'conflict'] as const;
const standings = ['permitted', 'renewing', 'unknown', 'lapsed'] as const;

/**
 * The rows that count as open, out of the week file, in its order: by truck, then by address. They are what the site's
 * own pages are made of, but for what the file leaves out: legal names, permits, notes.
 */
export function entriesOf({ trucks, places, foods, visits }: WeekData): EntryView[] {
  const truckRefs = trucks.name.map((name, index): TruckRef => ({
    name,
    legalName: name,
    slug: trucks.slug[index] ?? '',
  }));
  const placeRefs = placesOf(places);
  const foodOf = (truck: number) =>
    (trucks.foods[truck] ?? []).map((food) => foods.name[food] ?? '').join(', ');
  let [truck, place] = [0, 0];
  return visits.state.flatMap((state, index) => {
    truck += visits.truck[index] ?? 0;
    place += visits.place[index] ?? 0;
    const [certainty, standing] = [certainties[Math.floor((state % 12) / 4)], standings[state % 4]];
    if (certainty === undefined || certainty === 'conflict') return [];
    if (standing === undefined || standing === 'lapsed') return [];
    const windows = rangesOf(visits.times[index] ?? []);
    const days = weekdays.filter((_, day) => ((visits.days[index] ?? 0) & (1 << day)) !== 0);
    const row = {
      truck: truckRefs[truck]!,
      place: placeRefs[place]!,
      permit: '',
      locationid: '',
      hours: ['00:00', '24:00'] as const,
      windows,
      certainty,
      standing,
      status: null,
      cold: state >= 12,
      food: foodOf(truck),
      note: '',
    };
    return days.map((day): EntryView => ({ ...row, day }));
  });
}

function placesOf({ address, slug, latitude, longitude }: WeekData['places']): PlaceRef[] {
  let [north, east] = [0, 0];
  return address.map((text, index) => {
    const [up, right] = [latitude[index] ?? null, longitude[index] ?? null];
    north += up ?? 0;
    east += right ?? 0;
    const at = up === null || right === null ? null : { latitude: north / 1e5, longitude: east / 1e5 };
    return { address: text, slug: slug[index] ?? '', latitude: null, longitude: null, ...at };
  });
}

function rangesOf(times: readonly number[]): TimeRange[] {
  const starts = times.filter((_, index) => index % 2 === 0);
  return starts.map((start, index) => [
    clockFromMinutes(start),
    clockFromMinutes(start + (times[index * 2 + 1] ?? 0)),
  ]);
}

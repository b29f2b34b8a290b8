import { digest } from '../digest.ts';
import type { City, Entry } from './city.ts';
import { indexWeek } from './open.ts';
import { weekdays } from './week.ts';

/**
 * What readers look up in a city, each with a digest of all that is said of it: "truck/anzu-to-you", "place/…",
 * "food/…", and the hours of the week, "friday/12".
 */
export function subjectsOf(city: City): ReadonlyMap<string, string> {
  const texts = new Map(city.entries.map((entry) => [entry, entryText(entry)]));
  const textOf = (entries: readonly Entry[]) => entries.map((entry) => texts.get(entry)).join('\n');
  const subjects = new Map<string, string>();
  for (const { slug, name, legalName, foods, foodTexts, permits, entries } of city.trucks) {
    const facts = [name, legalName, foods.map((food) => food.slug), foodTexts, permits, textOf(entries)];
    subjects.set(`truck/${slug}`, digest(JSON.stringify(facts)));
  }
  for (const { slug, crossStreets, entries } of city.places) {
    subjects.set(`place/${slug}`, digest(JSON.stringify([crossStreets, textOf(entries)])));
  }
  for (const { slug, name, trucks } of city.foods) {
    const rows = trucks.map((truck) => subjects.get(`truck/${truck.slug}`));
    subjects.set(`food/${slug}`, digest(JSON.stringify([name, rows])));
  }
  const week = indexWeek(city);
  for (const weekday of weekdays) {
    for (let hour = 0; hour < 24; hour += 1) {
      const { open, conflict, lapsed } = week.at({ weekday, hour });
      const facts = [open, conflict, lapsed].map(textOf);
      subjects.set(`${weekday}/${String(hour).padStart(2, '0')}`, digest(JSON.stringify(facts)));
    }
  }
  return subjects;
}

function entryText({ digest: row, truck, place }: Entry): string {
  const { address, slug, latitude, longitude } = place;
  return JSON.stringify([row, truck.name, truck.slug, address, slug, latitude, longitude]);
}

import { formatWeekday } from '../schedule/format.ts';
import { type Weekday, type Window } from '../schedule/week.ts';
import { uniteWindows } from '../schedule/windows.ts';
import type { AddressOf } from './feed.ts';
import type { Frame } from './frame.ts';
import { readingWeek } from './times.ts';
import type { TruckData } from './truck-view.ts';
import { cityPath } from './urls.ts';
import { weeklyStays } from './weekly.ts';

/** More hours than this are no opening hours of a shop but a route: they are left to the page. */
const mostHours = 12;

/** JSON-LD for search engines: the way to a page of a city. Null on its first page and outside of it, and where the data is made up. */
export function breadcrumbs({ city, sample, path, title }: Frame, addressOf: AddressOf): object | null {
  const home = city === null ? '/' : cityPath(city.key);
  if (city === null || sample || path === home || !path.startsWith(home)) return null;
  const [name] = title.split(' · ');
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      { name: city.name, item: addressOf(cityPath(city.key)) },
      { name }, // the page itself, whose address nobody needs to be told
    ].map((item, index) => ({ '@type': 'ListItem', position: index + 1, ...item })),
  };
}

/** What a truck's page tells search engines: what it sells, and when it may be open anywhere in the city. Null for made-up data. */
export function foodEstablishment(truck: TruckData, frame: Frame, addressOf: AddressOf): object | null {
  if (frame.city === null || frame.sample) return null;
  const places = [...new Set(weeklyStays(truck.entries).map(({ place }) => place))];
  const [only] = places;
  const street = places.length === 1 ? { streetAddress: only!.address } : {};
  const hours = openingHoursSpecification(truck);
  return {
    '@type': 'FoodEstablishment',
    name: truck.name,
    url: addressOf(frame.path),
    ...(truck.foods.length > 0 ? { servesCuisine: truck.foods.map(({ name }) => name) } : {}),
    address: { '@type': 'PostalAddress', ...street, addressLocality: frame.city.name },
    ...(hours.length > 0 && hours.length <= mostHours ? { openingHoursSpecification: hours } : {}),
  };
}

/** A script's content: no text of the city can end it. */
export function linkedData(graph: readonly (object | null)[]): string | null {
  const told = graph.filter((part) => part !== null);
  if (told.length === 0) return null;
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': told }).replaceAll('<', '\\u003c');
}

interface Hours {
  readonly '@type': 'OpeningHoursSpecification';
  readonly dayOfWeek: readonly string[];
  readonly opens: string;
  readonly closes: string;
}

/** A night that runs on closes on the next morning; one that ends at midnight closes at 23:59, as Google reads it. */
function openingHoursSpecification({ entries }: TruckData): Hours[] {
  const byDay = new Map<Weekday, Window[]>(readingWeek.map((day) => [day, []]));
  for (const { days, window } of weeklyStays(entries)) for (const day of days) byDay.get(day)!.push(window);
  const alike = new Map<string, { days: Weekday[]; window: Window }>();
  for (const [day, windows] of byDay) {
    const inOrder = windows.toSorted((a, b) => a.start - b.start);
    for (const window of uniteWindows(inOrder)) {
      const key = `${window.start}-${window.end}`;
      const group = alike.get(key) ?? { days: [], window };
      alike.set(key, group);
      group.days.push(day);
    }
  }
  return [...alike.values()].map(({ days, window: { start, end } }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map(formatWeekday),
    opens: clock(start),
    // Open around the clock, or until midnight: the last minute of the day.
    closes: end === 1440 || end - start >= 1440 ? '23:59' : clock(end % 1440),
  }));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

import type { WeekData } from '../site/week-file.ts';
import { asked as say } from './asked.ts';
import type { CityTime } from './city-time.ts';
import { withoutClosed } from './closed.ts';
import { formatDistance } from './distance.ts';
import { inEnglish } from './in-english.ts';
import { keepOf } from './keep.ts';
import { momentOf, trucksAmong, type Stop } from './moment.ts';
import { nextStops, nextText } from './next-stop.ts';
import { understand, type Understood } from './question.ts';
import { words as first } from './speech.ts';
import { openVisits } from './week.ts';
import { metersFrom, pointsNear } from './whereabouts.ts';
import { queryFromWish } from './wish.ts';
import { fitOfAll, wordsOf } from './words.ts';

/** One answer under the search box. */
export interface Suggestion {
  readonly kind: 'When' | 'Truck' | 'Place' | 'Food' | 'Area' | 'Search';
  readonly label: string;
  /** What is known about it at once: "until 2 pm, 185 4th St, 0.2 mi". */
  readonly about: string;
  /** Address within the site, without its base. */
  readonly path: string;
}

/** Answers at most, besides the way to the search page. */
const most = 8;
/** Stops told of a question that names a time or a place. */
const stopsTold = 4;
/** "Near" ends here: a walk of ten minutes. */
const nearMeters = 800;
/** The least fit of a name that is worth telling. */
const leastFit = 0.5;

/** Answers a search from the week alone, as one types: first who is open then and there, then names, last the way on. */
export function suggestionsFor(text: string, week: WeekData, now: CityTime): Suggestion[] {
  const asked = text.trim();
  if (asked === '') return [];
  const understood = understand(inEnglish(asked, say.rules), week, now.minute);
  const answers = [...answersThen(understood, week, now), ...names(understood, week, now)];
  const seen = new Set<string>();
  const once = answers.filter(({ path }) => !seen.has(path) && seen.add(path));
  const search = `/${week.city}/search/?${new URLSearchParams({ q: asked }).toString()}`;
  return [...once.slice(0, most), { kind: 'Search', label: say.searchFor(asked), about: '', path: search }];
}

/** Who is open at the time and place that the words name; nothing when they name neither, or something unknown beside. */
function answersThen({ wish, hasTime, rest }: Understood, week: WeekData, now: CityTime): Suggestion[] {
  const hasPlace = wish.area !== '' || wish.near !== '';
  if (rest.length > 0 || !(hasTime || hasPlace || wish.food !== '')) return [];
  const at = wish.at ?? now.minute;
  const meters = wish.near === '' ? null : metersFrom(week, pointsNear(week, wish.near));
  const far = ({ visit }: Stop) => meters?.get(visit.place.slug) ?? Infinity;
  const kept = openVisits(week, keepOf(week, wish, new Set()));
  const visits = withoutClosed(week, kept, { ...now, minute: at });
  const { open, closing } = momentOf(visits, at);
  let stops = [...open, ...closing];
  if (meters !== null)
    stops = stops.filter((stop) => far(stop) <= nearMeters).sort((a, b) => far(a) - far(b));
  const count = trucksAmong(stops).size;
  const summary: Suggestion = {
    kind: 'When',
    label: labelOf({ wish, week }),
    about: say.trucks(count),
    path: `/${week.city}/${queryFromWish(wish)}`,
  };
  const told = stops.slice(0, hasTime || hasPlace ? stopsTold : 0).map((stop): Suggestion => {
    const { truck, place } = stop.visit;
    const distance = meters === null ? [] : [formatDistance(far(stop))];
    const about = [first.until(at + stop.end), place.address, ...distance].join(', ');
    return { kind: 'Truck', label: truck.name, about, path: `/${week.city}/truck/${truck.slug}/` };
  });
  return [summary, ...told];
}

/** "Coffee near 4th and Mission, now", "Food trucks, Friday, noon". */
function labelOf({ wish, week }: { wish: Understood['wish']; week: WeekData }): string {
  const food = week.foods.name[week.foods.slug.indexOf(wish.food)];
  return say.question({
    food: food === undefined ? say.foodTrucks : (say.foods[food] ?? food),
    area: week.neighborhoods.name[week.neighborhoods.slug.indexOf(wish.area)] ?? '',
    near: capitals(wish.near),
    when: wish.at === null ? say.now : say.at(Math.floor(wish.at / 1440), wish.at % 1440),
  });
}

function capitals(text: string): string {
  return text.replace(/(^|\s)(?!and\b)\p{L}/gu, (letter) => letter.toUpperCase());
}

interface Named extends Omit<Suggestion, 'path'> {
  readonly folder: string;
  readonly slug: string;
}

/** Trucks, places, foods and neighbourhoods by name, the best first. */
function names({ words }: Understood, week: WeekData, now: CityTime): Suggestion[] {
  const tables: readonly [Suggestion['kind'], string, readonly string[], readonly string[]][] = [
    ['Food', 'food', week.foods.name, week.foods.slug],
    ['Area', 'neighborhood', week.neighborhoods.name, week.neighborhoods.slug],
    ['Truck', 'truck', week.trucks.name, week.trucks.slug],
    ['Place', 'place', week.places.address, week.places.slug],
  ];
  const found = tables.flatMap(([kind, folder, labels, slugs]) =>
    labels.flatMap((label, index): (Named & { fit: number })[] => {
      const fit = fitOfAll(words, wordsOf(label));
      return fit < leastFit ? [] : [{ kind, folder, label, slug: slugs[index] ?? '', about: '', fit }];
    }),
  );
  const best = found.sort((a, b) => b.fit - a.fit).slice(0, most);
  const visits = withoutClosed(week, openVisits(week), now);
  return best.map(({ kind, folder, label, slug }) => {
    const next = nextStops(
      visits.filter(({ truck, place }) => slug === (kind === 'Truck' ? truck : place).slug),
      now.minute,
    )[0];
    const place = kind === 'Truck' && next !== undefined ? `, ${next.visit.place.address}` : '';
    const isTold = (kind === 'Truck' || kind === 'Place') && next !== undefined;
    const about = isTold ? `${nextText(next, now.minute)}${place}` : '';
    const own = kind === 'Food' ? (say.foods[label] ?? label) : label;
    return { kind, label: own, about, path: `/${week.city}/${folder}/${slug}/` };
  });
}

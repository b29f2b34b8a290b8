import { formatWeekday } from '../schedule/format.ts';
import { weekdays } from '../schedule/week.ts';
import type { CardFacts } from './card.ts';
import type { SiteCity } from './cities.ts';
import { hoursOfDay } from './hours.ts';
import { levelsOf } from './navigation.ts';
import { staticPage, type StaticPage } from './page.ts';
import { cutText } from './text.ts';

/** A card for every truck. Its seed is what it shows and no more: a changed row leaves nearly all of them alone. */
export function truckCards({ info, sample, city }: SiteCity): StaticPage<CardFacts>[] {
  return city.trucks.map(({ slug, name, foods }) => {
    const seed = { city: info.name, sample, name, foods: foods.slice(0, 4).map((food) => food.name) };
    return staticPage({ city: info.key, slug }, seed, truckCard);
  });
}

/** A card for every day of the week, with its coarse chart. */
export function dayCards({ info, sample, city }: SiteCity): StaticPage<CardFacts>[] {
  return weekdays.map((day) => {
    const levels = levelsOf(hoursOfDay(city, day).map(({ trucks }) => trucks));
    const seed = { city: info.name, sample, title: formatWeekday(day), line: 'Hour by hour', levels };
    return staticPage({ city: info.key, day }, seed, (facts) => facts);
  });
}

function truckCard(seed: {
  city: string;
  sample: boolean;
  name: string;
  foods: readonly string[];
}): CardFacts {
  const { city, sample, name, foods } = seed;
  return { city, sample, title: name, line: cutText(foods.join(', '), 40), levels: [] };
}

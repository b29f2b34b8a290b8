import { formatWeekday } from '../../schedule/format.ts';
import { formatHour, formatShortWeekday } from '../../schedule/format-hour.ts';
import { weekdays, type Weekday, type Window } from '../../schedule/week.ts';
import { digitsWith, windowIn, type ClockStyle } from '../clock.ts';
import { dateParts, daysIn, groupDigits, shortDaysIn, type DayStyle } from '../days.ts';

const clock: ClockStyle = {
  noon: 'noon',
  midnight: 'midnight',
  digits: digitsWith(String),
  half: (hour) => (hour < 12 ? 'am' : 'pm'),
  write: (digits, half) => `${digits} ${half}`,
  span: (from, to) => `${from} to ${to}`,
};

const dayStyle: DayStyle = {
  long: weekdays.map(formatWeekday),
  short: weekdays.map(formatShortWeekday),
  everyDay: 'Every day',
  span: (from, to) => `${from} to ${to}`,
  and: ' and ',
  comma: ', ',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const counted = (count: number, noun: string) => `${groupDigits(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Days, times and counts of pages. */
export const times = {
  window: (window: Window) => windowIn(clock, window),
  hour: formatHour,
  /** Under every third column of a chart, and in tables: "12a", "noon", "3p". */
  tick: (hour: number) =>
    hour === 0 ? '12a' : hour === 12 ? 'noon' : hour < 12 ? `${hour}a` : `${hour - 12}p`,
  shortWeekday: formatShortWeekday,
  days: (days: readonly Weekday[]) => daysIn(dayStyle, days),
  shortDays: (days: readonly Weekday[]) => shortDaysIn(dayStyle, days),
  date: (date: string) => {
    const { year, month, day } = dateParts(date);
    return `${months[month - 1] ?? month} ${day}, ${year}`;
  },
};

/** What every page says around its own matter. */
export const frame = {
  city: (name: string) => name,
  box: 'Truck, street or food',
  find: 'Find',
  sample: 'Sample data: made up to show how the site works. No truck is where this says.',
  /** Marks a box that somebody pays for. */
  sponsored: 'Sponsored',
  faults: 'Age and faults of the data',
  about: 'About the data',
  openData: 'Open data',
  json: 'This page as JSON',
  promise: 'Permitted, not seen. Holidays may differ. Data: City and County of San Francisco (PDDL).',
  trucksIn: (city: string) => `Food trucks in ${city}`,
  truckIn: (city: string) => `Food truck in ${city}`,
  /** That no native reader has read the translation yet; nothing in the language it is translated from. */
  untried: '',
  day: 'Day',
  hour: 'Hour',
  trucks: (count: number) => counted(count, 'truck'),
  spots: (count: number) => counted(count, 'spot'),
  more: (count: number) => `${count} more`,
  andMore: (count: number) => `and ${count} more`,
  wholeHours: 'The city gives whole hours only',
  renewing: 'permit renewing',
  unknown: 'permit unknown',
  map: 'Map',
  openMap: 'Open the map',
  noPermit: 'No stop with a permit in force.',
};

/** The home page. */
export const home = {
  title: (city: string) => `Food trucks open now in ${city}`,
  description: (city: string) =>
    `Which food trucks are open in ${city} now, where, and until when: to the minute.`,
  heading: 'Open now',
  clock: 'On the city’s clock',
  timeOfWeek: 'Time of the week',
  now: 'Now',
  near: 'Near me',
  food: 'Food',
  anyFood: 'Any food',
  area: 'Neighborhood',
  anywhere: 'Anywhere',
  noCold: 'No cold trucks',
  permitted: 'Permitted only',
  followed: 'Trucks I follow',
  everyHour: 'Every hour of the week',
  everyFood: 'Every kind of food',
  following: 'Trucks you follow',
};

/** Pages of an hour and of a day. */
export const hours = {
  heading: (day: Weekday, hour: number) => `${formatWeekday(day)}, ${formatHour(hour)}`,
  title: (when: string, city: string) => `Food trucks ${when} · ${city}`,
  description: (when: string, city: string, counts: { trucks: number; stops: number }) =>
    `${counted(counts.trucks, 'food truck')} at ${counted(counts.stops, 'spot')} in ${city} on ${when}: names, addresses, and times to the minute.`,
  /** "61 trucks at 77 spots.", its two numbers in brackets. */
  summary: (trucks: number, stops: number) =>
    `[${trucks}] truck${trucks === 1 ? '' : 's'} at [${stops}] spot${stops === 1 ? '' : 's'}.`,
  turn: 'Hours before and after',
  /** An hour of another day, beside the arrow that leads there. */
  otherDay: (day: Weekday, time: string) => `${formatWeekday(day)} ${time}`,
  hideCold: (count: number) => `Hide ${counted(count, 'cold truck')}`,
  filters: 'More filters',
  nobody: 'No truck has a permit for this hour.',
  dayTitle: (day: string, city: string) => `Food trucks on ${day} · ${city}`,
  dayDescription: (day: string, city: string) =>
    `Every food truck in ${city} on ${day}, hour by hour from midnight to midnight.`,
  daySummary: (trucks: number) => `${counted(trucks, 'truck')} in the course of the day.`,
  caption: 'Each truck from midnight to midnight. A bar is a stay, a dot a short stop.',
  truck: 'Truck',
  from: 'From',
  until: 'Until',
  where: 'Where',
};

/** Pages of a truck and of a place. */
export const stops = {
  title: (truck: string, city: string) => `${truck} · food truck in ${city}`,
  description: (truck: string) => `Where ${truck} is, day by day and to the minute.`,
  days: (count: number) => (count === 7 ? 'every day' : `${counted(count, 'day')} a week`),
  summary: (what: string, days: string) => `${what}, ${days}.`,
  cold: ' A cold truck.',
  calendar: 'Add to calendar',
  share: 'Share',
  follow: '☆ Follow',
  list: 'Your list',
  nearby: 'Trucks nearby',
  food: 'Food',
  permits: 'Permits',
  takeAlong: 'Take it along',
  feed: 'Feed of changes',
  embed: 'For your own site:',
  inForce: (date: string | null) => `in force${date === null ? '' : ` until ${date}`}`,
  renewed: (date: string | null) => `being renewed${date === null ? '' : `, ran until ${date}`}`,
  unlisted: 'not among the permits that the city publishes',
  lapsed: (date: string | null) => `not in force${date === null ? '' : `, dated until ${date}`}`,
  conflictCount: (count: number) => `${count} where the city disagrees with itself`,
  conflictReason:
    'Hours and text of these entries name different times, so neither is believed. Both are shown.',
  lapsedCount: (count: number) => `${count} with a lapsed permit`,
  lapsedReason:
    'The city still lists these, but the permit has run out or is on hold. They are not counted as open.',
  noStatus: 'no status',
  placeTitle: (address: string, city: string) => `Food trucks at ${address} · ${city}`,
  placeDescription: (address: string, city: string) =>
    `Which food trucks come to ${address} in ${city}, on which days, from when to when.`,
  /** "Food trucks in [Mission], San Francisco at": above the address, with or without the neighbourhood, which is a link. */
  placeIn: (hasArea: boolean, city: string) => `Food trucks in ${hasArea ? '[area], ' : ''}${city} at`,
  nobodyComes: 'No truck with a permit in force comes here.',
};

/** Pages of foods and neighbourhoods, the search page, the list of what is followed. */
export const finding = {
  foodTitle: (food: string, city: string) => `${food} from food trucks in ${city}`,
  foodDescription: (food: string, city: string) =>
    `Which food trucks in ${city} sell ${food.toLowerCase()}, and where they are in the week.`,
  foodSummary: (trucks: number) => `${counted(trucks, 'truck')} with a permit in force.`,
  absent: (count: number) => `${count} without a stop in force`,
  foodsTitle: (city: string) => `Food from trucks in ${city}`,
  foodsDescription: (city: string) => `Every kind of food sold from trucks in ${city}, and who sells it.`,
  foods: 'What to eat',
  areaTitle: (area: string, city: string) => `Food trucks in ${area}, ${city}`,
  areaDescription: (area: string, city: string) =>
    `Which food trucks come to ${area} in ${city}, on which days, from when to when.`,
  areaSummary: (trucks: number, places: number) =>
    `${counted(trucks, 'truck')} at ${counted(places, 'spot')}.`,
  areasTitle: (city: string) => `Food trucks by neighborhood in ${city}`,
  areasDescription: (city: string) => `Every neighborhood of ${city}, and how many food trucks come there.`,
  areas: 'Neighborhoods',
  /** The city as a link to all its neighbourhoods. */
  cityIn: (city: string) => `Food trucks in [${city}]`,
  none: 'none',
  spots: 'Spots',
  searchTitle: (city: string) => `Search food trucks in ${city}`,
  searchDescription: (city: string) => `Find a food truck, a street or a kind of food in ${city}.`,
  search: 'Search',
  kind: 'Kind',
  everything: 'Everything',
  trucks: 'Trucks',
  places: 'Places',
  food: 'Food',
  /** What helps where no script runs, in brackets. */
  noScript: 'Search runs in your browser and needs JavaScript. Without it: [every kind of food].',
  followingTitle: (city: string) => `Trucks you follow in ${city}`,
  followingDescription: (city: string) =>
    `The food trucks and places in ${city} that you follow, and where they stop next. Kept on your device only.`,
  following: 'Following',
  followingNoScript: 'What you follow is kept in your browser, and needs JavaScript.',
  openNow: 'Who is open now',
};

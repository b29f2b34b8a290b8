import { formatTime, formatWeekday } from '../../schedule/format.ts';
import { weekdays } from '../../schedule/week.ts';

/** What a question in another language becomes in the English one that is understood, rule by rule. */
export type EnglishRules = readonly (readonly [pattern: RegExp, english: string])[];

const weekday = (day: number) => formatWeekday(weekdays[day % 7]!);
const trucks = (count: number) => `${count === 0 ? 'no' : count} truck${count === 1 ? '' : 's'}`;
const untold: Readonly<Record<string, string>> = {};
const understood: EnglishRules = [];

/** What scripts say once the reader asks for something: searches, filters, travels, opens a map. */
export const asked = {
  kinds: { When: 'Open', Truck: 'Truck', Place: 'Place', Food: 'Food', Area: 'Neighborhood', Search: '' },
  answers: 'Answers',
  answerCount: (count: number) => `${count} answer${count === 1 ? '' : 's'}`,
  searchFor: (text: string) => `Search for “${text}”`,
  /** What kinds of food are called, by their English names, where that is not what the data calls them. */
  foods: untold,
  /** How questions in this language are put in English, which is understood. */
  rules: understood,
  trucks,
  foodTrucks: 'Food trucks',
  /** "Coffee near 4th and Mission, now": each part but the first maybe empty. */
  question: (parts: { food: string; area: string; near: string; when: string }) => {
    const { food, area, near, when } = parts;
    return `${food}${area && ` in ${area}`}${near && ` near ${near}`}, ${when}`;
  },
  now: 'now',
  at: (day: number, minutes: number) => `${weekday(day)}, ${formatTime(minutes)}`,
  /** A time on a day from today: 0 is today, 1 tomorrow. */
  ahead: (days: number, day: number, time: string) =>
    `${days === 0 ? 'today' : days === 1 ? 'tomorrow' : weekday(day)} ${time}`,
  feet: (count: number) => `${count} ft`,
  miles: (count: string) => `${count} mi`,
  results: (count: number) => `${count} ${count === 1 ? 'result' : 'results'}`,
  nothingFound: (query: string) => (query === '' ? 'Nothing found.' : `Nothing found for “${query}”.`),
  noSearch: 'The search could not be loaded. Check the connection and try again.',
  nearest: (place: string) => `Nearest to ${place} first.`,
  noPlace: 'Your device did not tell where you are. Nothing was sent.',
  noMap: 'The map did not load. Try again.',
  showOnMap: (name: string) => `Show ${name} on the map`,
  more: (count: number) => `and ${count} more`,
  crowd: (count: number) => `${count} places: zoom in`,
  hereNamed: (count: number, name: string) => `${count} here: ${name}`,
  twoFingers: 'Use two fingers to move the map',
  wheel: (key: string) => `${key} and the wheel zoom the map`,
  copied: 'Address copied',
  noWeek: 'The week did not load. Try again',
  sameSpot: 'same spot',
  nobodyNear: 'No other truck within two minutes on foot at the same times.',
  nearAtTimes: 'Near it at the same times',
  nothingFollowed: 'Nothing yet. On the page of a truck or a place, choose ☆ Follow.',
  followAll: 'Follow all of these',
  ownList: 'To your own list',
  listSent: 'Somebody sent you this list. What you follow yourself is not changed.',
  unfollow: 'Unfollow',
  unfollowNamed: (name: string) => `Unfollow ${name}`,
  offSchedule: 'No longer on the city’s schedule.',
  closed: 'Closed on the days to come, says the owner.',
  noPermit: 'No stop with a permit in force.',
  sendList: 'Send this list',
  linkCopied: 'The link is copied.',
  calendarOfAll: 'Calendar of all',
  gathering: 'Gathering…',
  missing: (count: number, of: number) => `${count} of ${of} could not be loaded.`,
};

/** The same in any language. */
export type AskedWords = typeof asked;

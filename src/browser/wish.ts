import { weekdays } from '../schedule/week.ts';

/** What a reader wants of the home page, as its address tells it: "?at=friday-18:30&food=tacos&cold=no". */
export interface Wish {
  /** Minute of the week; null is now. */
  readonly at: number | null;
  /** Slug of a kind of food; empty is any. */
  readonly food: string;
  /** Slug of a neighbourhood; empty is anywhere. */
  readonly area: string;
  /** A street, two crossing streets or an address, in words: its surroundings come first. Never the reader's own place. */
  readonly near: string;
  /** Cold trucks left out. */
  readonly hot: boolean;
  /** Only with a permit in force. */
  readonly permitted: boolean;
  /** Only trucks that the reader follows. */
  readonly followed: boolean;
}

/** Everything that is open now. */
export const anyWish: Wish = {
  at: null,
  food: '',
  area: '',
  near: '',
  hot: false,
  permitted: false,
  followed: false,
};

/** Longest text that is taken from an address. */
const longest = 80;

/** What the query of an address asks for; what it says wrongly is not asked for. */
export function wishFromQuery(query: string): Wish {
  const asked = new URLSearchParams(query);
  const text = (name: string) => (asked.get(name) ?? '').slice(0, longest);
  return {
    at: minuteFromText(text('at')),
    food: text('food'),
    area: text('area'),
    near: text('near').trim(),
    hot: text('cold') === 'no',
    permitted: text('permit') === 'yes',
    followed: text('follow') === 'yes',
  };
}

/** The query of the address that asks for it, with "?" before it; empty for everything now. */
export function queryFromWish(wish: Wish): string {
  const asked = new URLSearchParams();
  if (wish.at !== null) asked.set('at', textFromMinute(wish.at));
  for (const name of ['food', 'area', 'near'] as const) if (wish[name] !== '') asked.set(name, wish[name]);
  if (wish.hot) asked.set('cold', 'no');
  if (wish.permitted) asked.set('permit', 'yes');
  if (wish.followed) asked.set('follow', 'yes');
  const query = asked.toString().replaceAll('%3A', ':');
  return query === '' ? '' : `?${query}`;
}

/** 7950 → "friday-12:30". */
function textFromMinute(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60) % 24, minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${weekdays[Math.floor(minute / 1440)] ?? 'sunday'}-${hour ?? ''}:${rest ?? ''}`;
}

function minuteFromText(text: string): number | null {
  const [, day, hour, minute] = /^([a-z]+)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  const number = weekdays.findIndex((name) => name === day);
  return number < 0 ? null : number * 1440 + Number(hour) * 60 + Number(minute);
}

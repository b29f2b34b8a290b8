import { weekdayAfter, weekdays, type Weekday, type WeekMinute } from '../../src/schedule/week.ts';

/**
 * The minute of the week that a reader's words mean, or null when they mean none: "friday 12:00", "fri noon", "12:30 pm",
 * "tomorrow 9am", "midnight", "sunday". Case and order do not matter. What is not said, weekday or time, is that of
 * `now`; midnight is the one that begins its day.
 */
export function readMoment(words: string, now: WeekMinute): WeekMinute | null {
  const text = words
    .toLowerCase()
    .replace(/([ap])\.m\.?/g, '$1m')
    .replace(/(\d)\s+([ap]m)\b/g, '$1$2');
  const tokens = text.split(/[\s,]+/).filter((token) => token !== '' && token !== 'at' && token !== 'on');
  let weekday: Weekday | null = null;
  let minute: number | null = null;
  for (const token of tokens) {
    const day = weekdayOf(token, now.weekday);
    const time = day === null ? minuteOf(token) : null;
    if (day !== null && weekday === null) weekday = day;
    else if (time !== null && minute === null) minute = time;
    else if (token !== 'now') return null;
  }
  return tokens.length === 0 ? null : { weekday: weekday ?? now.weekday, minute: minute ?? now.minute };
}

/** "f" could mean one day and "t" two: a weekday takes three letters. */
function weekdayOf(token: string, today: Weekday): Weekday | null {
  if (token === 'today') return today;
  if (token === 'tomorrow') return weekdayAfter(today, 1);
  if (token.length < 3) return null;
  return weekdays.find((weekday) => weekday.startsWith(token.replace(/(?<=^.{3,5})\.$/, ''))) ?? null;
}

function minuteOf(token: string): number | null {
  if (token === 'noon') return 720;
  if (token === 'midnight') return 0;
  const match = /^(\d{1,2})(?::([0-5]\d))?([ap]m)?$/.exec(token);
  if (match === null) return null;
  const [, digits, minutes = '0', half] = match;
  const hour = Number(digits);
  if (half === undefined) return hour <= 23 ? hour * 60 + Number(minutes) : null;
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + Number(minutes);
}

import type { ProblemCode } from '../../schedule/problem.ts';
import { groupDigits } from '../days.ts';

const withTimes = (words: string, times: string) =>
  times === '' ? words : `${words}${words.includes(': ') ? ',' : ':'} ${times}`;

/** A change of the schedule, after the truck's name. `where` and `from` are places, `now` and `before` times, each maybe empty. */
export const changes = {
  places: (count: number) => `${count} places`,
  appeared: (where: string, now: string) => withTimes(`may now stop at ${where}`, now),
  gone: (where: string, before: string) =>
    withTimes(`is no longer listed at ${where}`, before && `before ${before}`),
  moved: (from: string, where: string) =>
    from === '' ? `moved, at ${where}` : `moved from ${from} to ${where}`,
  otherTimes: (where: string) => `has other times at ${where}`,
  times: (where: string, now: string, before: string) => `at ${where}: now ${now}; before ${before}`,
  lapsed: (where: string) => `has no permit in force any more at ${where}`,
  expired: (where: string) => `is renewing its permit at ${where}`,
  renewed: (where: string, now: string) => withTimes(`has a permit in force again at ${where}`, now),
  doubted: (where: string) => `at ${where}: the city’s text and its hours disagree now`,
  settled: (where: string, now: string) =>
    withTimes(`at ${where}: the city’s text and its hours agree again`, now),
};

const problems: Readonly<Record<ProblemCode, string>> = {
  'column-missing': 'A column is missing',
  'row-malformed': 'The row cannot be read',
  'weekday-unknown': 'No such weekday',
  'weekday-disagrees': 'Two weekdays in one row',
  'hours-unreadable': 'Hours that are no hours',
  'coordinates-missing': 'No place on the map',
  'coordinates-outside': 'A place outside the city',
  'status-unknown': 'A status the city does not explain',
  'key-repeated': 'The same row twice',
};

/** The page about the state of the data. */
export const status = {
  title: (city: string) => `Status of the data · ${city}`,
  description: (city: string) =>
    `Age and size of the data of ${city}, what the last pulls changed, and every fault in its rows.`,
  heading: 'Status',
  /** Numbers in bold within brackets; the last bracket leads to the list of faults. */
  summary: (rows: number, trucks: number, places: number) =>
    `[${groupDigits(rows)}] rows, [${groupDigits(trucks)}] trucks, [${groupDigits(places)}] places,`,
  problems: (count: number) => `[${groupDigits(count)}] problems`,
  heat: 'Open trucks, hour by hour',
  heatLabel: 'Open trucks by hour',
  pulls: 'What the last pulls changed',
  asOf: 'As of',
  added: 'Rows added',
  removed: 'Removed',
  restated: 'Permit’s standing',
  edited: 'Other facts',
  told: 'What appeared, moved or lapsed',
  changes: (count: number) => `${count} ${count === 1 ? 'change' : 'changes'}`,
  nothing: 'Nothing yet.',
  feed: 'As a feed',
  faults: 'Faults in the rows',
  noFaults: 'None: every row of the city could be read and placed.',
  kinds: problems,
  row: 'Row',
  wrong: 'What is wrong',
  text: 'The city’s text',
  /** A link in brackets. */
  others: (count: number) => `And ${groupDigits(count)} more: [all faults as JSON].`,
};

/** The page about the data. Links stand in brackets, in the order in which the template has their addresses. */
export const about = {
  title: (city: string) => `About the data · ${city}`,
  description: (city: string) =>
    `How the food-truck schedule of ${city} is read: how sure each time is, which permits count, and who may use the data.`,
  heading: 'About the data',
  summary:
    'Everything here is what the city has permitted. Nobody has looked whether a truck is really there.',
  source: 'Where it comes from',
  sourceText:
    'The City and County of San Francisco publishes two tables, [Mobile Food Schedule] and [Mobile Food Facility Permit]. A row of the first says that one permit may sell at one address, on one weekday, between two times. The second says whether the permit holds. Both are read regularly, and each row is kept: [how old the data is, and every fault in it].',
  certainty: 'How sure a time is',
  certaintyText:
    'The two times of a row are whole hours. Many rows have a text beside them that says it better, and this site reads it.',
  stated: 'Stated to the minute',
  statedText: 'The text gives a time within the row’s hours. That time is shown.',
  hours: '≈ Whole hours only',
  hoursText:
    'The text gives no time. The row’s hours are shown, marked with ≈: the truck may be there for a part of them.',
  conflict: 'The city disagrees with itself',
  conflictText:
    'Hours and text name different times. Neither is believed: the row is listed apart and never counts as open.',
  standing: 'Whether a permit holds',
  permitted: 'In force',
  permittedText: 'The city has approved the permit and its date has not passed.',
  renewing: 'Permit renewing',
  renewingText:
    'It has been asked for again, or ran out less than 120 days ago: the city renews its table through the winter. It counts as open, with a badge.',
  unknown: 'Permit unknown',
  unknownText:
    'The schedule names a permit that the table of permits does not have. It counts as open, with a badge.',
  lapsed: 'Lapsed',
  lapsedText:
    'It has run out, is on hold or was withdrawn. The row is listed apart and never counts as open.',
  limits: 'What it cannot know',
  limitsText:
    'Holidays: a permit’s hours say nothing about them, and many trucks stay at home. Weather, illness, a private event. A cold truck sells packaged food and stops for minutes. All times are those of the city’s clock, wherever you read this.',
  takeAlong: 'Take it along',
  takeAlongText:
    'The city gives its data away under the [Public Domain Dedication and License]; so may you. Most pages have their data beside them under the same address with another ending. The whole week is one file, as [JSON] or as a [table]. No key, no limit.',
  sponsors: 'What sponsors get, and what it costs',
  /** "Anzu at 401 Clay St, Friday.", truck and place as links in brackets. */
  example: (day: string) => `[truck] at [place], ${day}.`,
  exampleHours: (hours: string) => `Hours: ${hours}.`,
  exampleText: 'Text:',
  examplePermit: 'Permit:',
  shown: (times: string) => `Shown: ${times || 'apart'}.`,
};

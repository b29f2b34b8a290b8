import { english } from '../words/en/index.ts';

// Calendars, feeds, pictures of links and pages for frames of other sites are in English.
const { window: shortWindow, days: daysText, shortDays: shortDaysText, date: dateText } = english.times;

export { dateText, daysText, shortDaysText, shortWindow };
export { readingWeek } from '../words/days.ts';

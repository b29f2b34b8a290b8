import { timeIn } from '../clock.ts';
import type { FirstWords } from '../en/first.ts';
import { clock, minutesText, weekdayNames } from './clock.ts';

const trucks = (count: number) => (count === 0 ? 'Walang truck' : `${count} truck`);

/** What scripts say in Filipino before the reader asks for anything. */
export const first: FirstWords = {
  time: (minutes) => timeIn(clock, minutes),
  until: (minutes) => `hanggang ${timeIn(clock, minutes)}`,
  weekday: (day) => weekdayNames[day % 7]!,
  at: (day, time) => `${day}, ${time}`,
  waiting: (minutes) => `sa loob ng ${minutesText(minutes)}`,
  since: (minutes) => `mula ${timeIn(clock, minutes)}`,
  leftAt: (minutes) => `umalis nang ${timeIn(clock, minutes)}`,
  trucks,
  trucksNow: (count) => `${trucks(count)} ngayon`,
  moreSoon: (count) =>
    count === 0 ? 'Wala nang iba sa susunod na oras.' : `${count} pa sa susunod na oras.`,
  open: 'Bukas',
  closing: 'Malapit nang magsara',
  soon: 'Malapit nang magbukas',
  left: 'Kaaalis lang',
  wholeHours: 'Buong oras lang ang ibinibigay ng lungsod',
  noWeek: 'Hindi na-load ang linggo.',
  here: 'May permit ngayon',
  next: 'Susunod',
  andMore: (count) => ` At ${count} pa.`,
  sample: 'Halimbawang datos.',
  age: (age) => `Datos: ${age}.`,
  follow: 'Subaybayan',
  keepsNothing: 'Walang itinatabi ang browser na ito',
};

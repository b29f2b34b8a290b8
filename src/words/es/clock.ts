import { digitsWith, timeIn, type ClockStyle } from '../clock.ts';

/** How Spanish of the Americas tells the time. */
export const clock: ClockStyle = {
  noon: 'mediodía',
  midnight: 'medianoche',
  digits: digitsWith(String),
  half: (hour) => (hour < 12 ? 'a.m.' : 'p.m.'),
  write: (digits, half) => `${digits} ${half}`,
  span: (from, to) => `${from} a ${to}`,
};

/** A time with its article: "las 6 p.m.", "la 1 p.m.", "el mediodía". */
export function theTime(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  const isWhole = minutes % 60 === 0;
  const article = isWhole && hour === 12 ? 'el' : (isWhole && hour === 0) || hour % 12 === 1 ? 'la' : 'las';
  return `${article} ${timeIn(clock, minutes)}`;
}

export const weekdayNames = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];

import { digitsWith, type ClockStyle } from '../clock.ts';

/** How Filipino as written in the United States tells the time. */
export const clock: ClockStyle = {
  noon: 'tanghali',
  midnight: 'hatinggabi',
  digits: digitsWith(String),
  half: (hour) => (hour < 12 ? 'am' : 'pm'),
  write: (digits, half) => `${digits} ${half}`,
  span: (from, to) => `${from} hanggang ${to}`,
};

export const weekdayNames = ['Linggo', 'Lunes', 'Martes', 'Miyerkules', 'Huwebes', 'Biyernes', 'Sabado'];

/** A number of minutes: "25 minuto", "1 oras at 5 minuto". */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} minuto`;
  return rest === 0 ? `${hours} oras` : `${hours} oras at ${rest} minuto`;
}

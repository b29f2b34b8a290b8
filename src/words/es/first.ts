import { formatMinutes } from '../../schedule/format.ts';
import { timeIn } from '../clock.ts';
import { capital } from '../days.ts';
import type { FirstWords } from '../en/first.ts';
import { clock, theTime, weekdayNames } from './clock.ts';

const trucks = (count: number) => `${count || 'Ningún'} ${count > 1 ? 'camiones' : 'camión'}`;

/** What scripts say in Spanish before the reader asks for anything. */
export const first: FirstWords = {
  time: (minutes) => timeIn(clock, minutes),
  until: (minutes) => `hasta ${theTime(minutes)}`,
  weekday: (day) => weekdayNames[day % 7]!,
  at: (day, time) => `${capital(day)}, ${time}`,
  waiting: (minutes) => `en ${formatMinutes(minutes)}`,
  since: (minutes) => `desde ${theTime(minutes)}`,
  leftAt: (minutes) => `se fue a ${theTime(minutes)}`.replace('a el', 'al'),
  trucks,
  // Short: with "camiones ahora" it takes a second line on a phone, and all below it moves.
  trucksNow: (count) => (count === 0 ? 'Ninguno ahora' : `${count} ${count > 1 ? 'abiertos' : 'abierto'}`),
  moreSoon: (count) => `${count || 'Ninguno'} más en la próxima hora.`,
  open: 'Abiertos',
  closing: 'Cierran pronto',
  soon: 'Abren pronto',
  left: 'Acaban de irse',
  wholeHours: 'La ciudad solo da horas completas',
  noWeek: 'No se pudo cargar la semana.',
  here: 'Con permiso ahora',
  next: 'Próxima parada',
  andMore: (count) => ` Y ${count} más.`,
  sample: 'Datos de muestra.',
  age: (age) => `Datos de ${age}.`,
  follow: 'Seguir',
  keepsNothing: 'Este navegador no guarda nada',
};

import type { Weekday } from '../../schedule/week.ts';
import { hourIn } from '../clock.ts';
import { capital, dateParts, groupDigits, type DayStyle } from '../days.ts';
import { timesIn } from '../times.ts';
import type { Words } from '../words.ts';
import { weekdays } from '../../schedule/week.ts';
import { clock, weekdayNames } from './clock.ts';

const dayStyle: DayStyle = {
  long: weekdayNames,
  short: ['Dom', 'Lun', 'Mar', 'Mié', 'Jue', 'Vie', 'Sáb'],
  everyDay: 'Todos los días',
  span: (from, to) => `${from} a ${to}`,
  and: ' y ',
  comma: ', ',
};

const months = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
const counted = (count: number, one: string, many: string) =>
  `${groupDigits(count)} ${count === 1 ? one : many}`;
const trucks = (count: number) => counted(count, 'camión', 'camiones');
const spots = (count: number) => counted(count, 'lugar', 'lugares');
const dayName = (day: Weekday) => weekdayNames[weekdays.indexOf(day)]!;

export const times: Words['times'] = {
  ...timesIn(clock, dayStyle),
  hour: (hour) => `de ${hourIn(clock, hour)}`,
  tick: (hour) => `${hour % 12 || 12}${hour < 12 ? 'a' : 'p'}`,
  date: (date) => {
    const { year, month, day } = dateParts(date);
    return `${day} ${months[month - 1] ?? month} ${year}`;
  },
};

export const frame: Words['frame'] = {
  city: (name) => name,
  box: 'Camión, calle, comida',
  find: 'Buscar',
  sample:
    'Datos de muestra: inventados para enseñar cómo funciona el sitio. Ningún camión está donde dice aquí.',
  sponsored: 'Patrocinado',
  faults: 'Antigüedad y errores de los datos',
  about: 'Sobre los datos',
  openData: 'Datos abiertos',
  json: 'Esta página en JSON',
  promise:
    'Con permiso, no a la vista. Los días feriados pueden variar. Datos: Ciudad y Condado de San Francisco (PDDL).',
  trucksIn: (city) => `Camiones de comida en ${city}`,
  truckIn: (city) => `Camión de comida en ${city}`,
  untried: 'Esta traducción espera la revisión de un hablante nativo.',
  day: 'Día',
  hour: 'Hora',
  trucks,
  spots,
  more: (count) => `${count} más`,
  andMore: (count) => `y ${count} más`,
  wholeHours: 'La ciudad solo da horas completas',
  renewing: 'permiso en renovación',
  unknown: 'permiso desconocido',
  map: 'Mapa',
  openMap: 'Abrir el mapa',
  noPermit: 'Ninguna parada con permiso vigente.',
};

export const home: Words['home'] = {
  title: (city) => `Camiones de comida abiertos ahora en ${city}`,
  description: (city) =>
    `Qué camiones de comida están abiertos ahora en ${city}, dónde y hasta qué hora, al minuto.`,
  heading: 'Abiertos ahora',
  clock: 'Según el reloj de la ciudad',
  timeOfWeek: 'Hora de la semana',
  now: 'Ahora',
  near: 'Cerca de mí',
  food: 'Comida',
  anyFood: 'Cualquier comida',
  area: 'Vecindario',
  anywhere: 'Cualquier vecindario',
  noCold: 'Sin comida fría',
  permitted: 'Solo con permiso vigente',
  followed: 'Los que sigo',
  everyHour: 'Todas las horas de la semana',
  everyFood: 'Todos los tipos de comida',
  following: 'Camiones que sigues',
};

export const hours: Words['hours'] = {
  heading: (day, hour) => `${capital(dayName(day))}, ${times.hour(hour)}`,
  title: (when, city) => `Camiones de comida: ${when} · ${city}`,
  description: (when, city, { trucks: open, stops: places }) =>
    `${counted(open, 'camión', 'camiones')} de comida en ${spots(places)} de ${city}. ${when}: nombres, direcciones y horarios al minuto.`,
  summary: (open, places) =>
    `[${open}] ${open === 1 ? 'camión' : 'camiones'} en [${places}] ${places === 1 ? 'lugar' : 'lugares'}.`,
  turn: 'Hora anterior y siguiente',
  otherDay: (day, time) => `${dayName(day)}, ${time}`,
  hideCold: (count) => `Ocultar ${trucks(count)} de comida fría`,
  filters: 'Más filtros',
  nobody: 'Ningún camión tiene permiso para esta hora.',
  dayTitle: (day, city) => `Camiones de comida: ${day} · ${city}`,
  dayDescription: (day, city) =>
    `Todos los camiones de comida en ${city} el ${day}, hora por hora, de medianoche a medianoche.`,
  daySummary: (open) => `${trucks(open)} a lo largo del día.`,
  caption: 'Cada camión de medianoche a medianoche. Una barra es una estadía; un punto, una parada corta.',
  truck: 'Camión',
  from: 'Desde',
  until: 'Hasta',
  where: 'Dónde',
};

export const stops: Words['stops'] = {
  title: (truck, city) => `${truck} · camión de comida en ${city}`,
  description: (truck) => `Dónde está ${truck}, día por día y al minuto.`,
  days: (count) => (count === 7 ? 'todos los días' : `${counted(count, 'día', 'días')} a la semana`),
  summary: (what, days) => `${what}, ${days}.`,
  cold: ' Vende comida fría.',
  calendar: 'Agregar al calendario',
  share: 'Compartir',
  follow: '☆ Seguir',
  list: 'Tu lista',
  nearby: 'Camiones cercanos',
  food: 'Comida',
  permits: 'Permisos',
  takeAlong: 'Para llevar',
  feed: 'Novedades (feed)',
  embed: 'Para tu propio sitio:',
  inForce: (date) => `vigente${date === null ? '' : ` hasta el ${date}`}`,
  renewed: (date) => `en renovación${date === null ? '' : `; venció el ${date}`}`,
  unlisted: 'no figura entre los permisos que publica la ciudad',
  lapsed: (date) => `no vigente${date === null ? '' : `; con fecha hasta el ${date}`}`,
  conflictCount: (count) => `${count} en que la ciudad se contradice`,
  conflictReason:
    'El horario y el texto de estas entradas indican horas distintas, así que no se da por cierto ninguno. Se muestran los dos.',
  lapsedCount: (count) => `${count} con permiso vencido`,
  lapsedReason:
    'La ciudad todavía los incluye, pero el permiso venció o está suspendido. No se cuentan como abiertos.',
  noStatus: 'sin estado',
  placeTitle: (address, city) => `Camiones de comida en ${address} · ${city}`,
  placeDescription: (address, city) =>
    `Qué camiones de comida vienen a ${address} en ${city}, qué días y en qué horario.`,
  placeIn: (hasArea, city) => `Camiones de comida en ${hasArea ? '[area], ' : ''}${city}:`,
  nobodyComes: 'Aquí no viene ningún camión con permiso vigente.',
};

export const finding: Words['finding'] = {
  foodTitle: (food, city) => `${food} en camiones de comida de ${city}`,
  foodDescription: (food, city) =>
    `Qué camiones de comida de ${city} venden ${food.toLowerCase()} y dónde están durante la semana.`,
  foodSummary: (count) => `${trucks(count)} con permiso vigente.`,
  absent: (count) => `${count} sin ninguna parada vigente`,
  foodsTitle: (city) => `Comida de los camiones de ${city}`,
  foodsDescription: (city) =>
    `Todos los tipos de comida que se venden en camiones de ${city}, y quién los vende.`,
  foods: 'Qué comer',
  areaTitle: (area, city) => `Camiones de comida en ${area}, ${city}`,
  areaDescription: (area, city) =>
    `Qué camiones de comida vienen a ${area} en ${city}, qué días y en qué horario.`,
  areaSummary: (open, places) => `${trucks(open)} en ${spots(places)}.`,
  areasTitle: (city) => `Camiones de comida por vecindario en ${city}`,
  areasDescription: (city) =>
    `Todos los vecindarios de ${city} y cuántos camiones de comida vienen a cada uno.`,
  areas: 'Vecindarios',
  cityIn: (city) => `Camiones de comida en [${city}]`,
  none: 'ninguno',
  spots: 'Lugares',
  searchTitle: (city) => `Buscar camiones de comida en ${city}`,
  searchDescription: (city) => `Encuentra un camión, una calle o un tipo de comida en ${city}.`,
  search: 'Buscar',
  kind: 'Tipo',
  everything: 'Todo',
  trucks: 'Camiones',
  places: 'Lugares',
  food: 'Comida',
  noScript:
    'La búsqueda funciona en tu navegador y necesita JavaScript. Sin él: [todos los tipos de comida].',
  followingTitle: (city) => `Camiones que sigues en ${city}`,
  followingDescription: (city) =>
    `Los camiones y lugares de ${city} que sigues, y su próxima parada. Se guarda solo en tu dispositivo.`,
  following: 'Siguiendo',
  followingNoScript: 'Lo que sigues se guarda en tu navegador y necesita JavaScript.',
  openNow: 'Quién está abierto ahora',
};

import { weekdays, type Weekday } from '../../schedule/week.ts';
import { dateParts, groupDigits, type DayStyle } from '../days.ts';
import { timesIn } from '../times.ts';
import type { Words } from '../words.ts';
import { clock, weekdayNames } from './clock.ts';

const dayStyle: DayStyle = {
  long: weekdayNames,
  short: ['Lin', 'Lun', 'Mar', 'Miy', 'Huw', 'Biy', 'Sab'],
  everyDay: 'Araw-araw',
  span: (from, to) => `${from} hanggang ${to}`,
  and: ' at ',
  comma: ', ',
};

const months = ['Ene', 'Peb', 'Mar', 'Abr', 'May', 'Hun', 'Hul', 'Ago', 'Set', 'Okt', 'Nob', 'Dis'];
const trucks = (count: number) => `${groupDigits(count)} truck`;
const spots = (count: number) => `${groupDigits(count)} lugar`;
const dayName = (day: Weekday) => weekdayNames[weekdays.indexOf(day)]!;

export const times: Words['times'] = {
  ...timesIn(clock, dayStyle),
  tick: (hour) => `${hour % 12 || 12}${hour < 12 ? 'a' : 'p'}`,
  date: (date) => {
    const { year, month, day } = dateParts(date);
    return `${months[month - 1] ?? month} ${day}, ${year}`;
  },
};

export const frame: Words['frame'] = {
  city: (name) => name,
  box: 'Truck, kalye o pagkain',
  find: 'Hanapin',
  sample:
    'Halimbawang datos: gawa-gawa lang para ipakita kung paano gumagana ang site. Walang truck sa mga lugar na nakasaad.',
  sponsored: 'May sponsor',
  faults: 'Gaano kabago at mga mali ng datos',
  about: 'Tungkol sa datos',
  openData: 'Bukas na datos',
  json: 'JSON ng pahinang ito',
  promise:
    'May permit, pero hindi nasilip. Maaaring iba kapag holiday. Datos: Lungsod at County ng San Francisco (PDDL).',
  trucksIn: (city) => `Mga food truck sa ${city}`,
  truckIn: (city) => `Food truck sa ${city}`,
  untried: 'Hinihintay pa ng saling ito ang pagsusuri ng katutubong tagapagsalita.',
  day: 'Araw',
  hour: 'Oras',
  trucks,
  spots,
  more: (count) => `${count} pa`,
  andMore: (count) => `at ${count} pa`,
  wholeHours: 'Buong oras lang ang ibinibigay ng lungsod',
  renewing: 'nire-renew ang permit',
  unknown: 'hindi alam ang permit',
  map: 'Mapa',
  openMap: 'Buksan ang mapa',
  noPermit: 'Walang hintuang may bisang permit.',
};

export const home: Words['home'] = {
  title: (city) => `Mga food truck na bukas ngayon sa ${city}`,
  description: (city) =>
    `Aling mga food truck ang bukas ngayon sa ${city}, saan, at hanggang anong oras: eksakto sa minuto.`,
  heading: 'Bukas ngayon',
  clock: 'Ayon sa oras ng lungsod',
  timeOfWeek: 'Oras sa linggo',
  now: 'Ngayon',
  near: 'Malapit sa akin',
  food: 'Pagkain',
  anyFood: 'Lahat ng pagkain',
  area: 'Neighborhood',
  anywhere: 'Kahit saan',
  noCold: 'Walang cold truck',
  permitted: 'May bisang permit lang',
  followed: 'Sinusubaybayan ko',
  everyHour: 'Bawat oras ng linggo',
  everyFood: 'Lahat ng uri ng pagkain',
  following: 'Mga truck na sinusubaybayan mo',
};

export const hours: Words['hours'] = {
  heading: (day, hour) => `${dayName(day)}, ${times.hour(hour)}`,
  title: (when, city) => `Mga food truck: ${when} · ${city}`,
  description: (when, city, { trucks: open, stops: places }) =>
    `${groupDigits(open)} food truck sa ${spots(places)} sa ${city}. ${when}: mga pangalan, address, at oras na eksakto sa minuto.`,
  summary: (open, places) => `[${open}] truck sa [${places}] lugar.`,
  turn: 'Nakaraan at susunod na oras',
  otherDay: (day, time) => `${dayName(day)}, ${time}`,
  hideCold: (count) => `Itago ang ${count} cold truck`,
  filters: 'Iba pang filter',
  nobody: 'Walang truck na may permit sa oras na ito.',
  dayTitle: (day, city) => `Mga food truck tuwing ${day} · ${city}`,
  dayDescription: (day, city) =>
    `Lahat ng food truck sa ${city} tuwing ${day}, oras-oras mula hatinggabi hanggang hatinggabi.`,
  daySummary: (open) => `${trucks(open)} sa buong araw.`,
  caption:
    'Bawat truck mula hatinggabi hanggang hatinggabi. Ang bar ay pananatili, ang tuldok ay sandaling hinto.',
  truck: 'Truck',
  from: 'Mula',
  until: 'Hanggang',
  where: 'Saan',
};

export const stops: Words['stops'] = {
  title: (truck, city) => `${truck} · food truck sa ${city}`,
  description: (truck) => `Kung nasaan ang ${truck}, araw-araw at eksakto sa minuto.`,
  days: (count) => (count === 7 ? 'araw-araw' : `${count} araw kada linggo`),
  summary: (what, days) => `${what}, ${days}.`,
  cold: ' Isang cold truck.',
  calendar: 'Idagdag sa kalendaryo',
  share: 'Ibahagi',
  follow: '☆ Subaybayan',
  list: 'Ang listahan mo',
  nearby: 'Mga kalapit na truck',
  food: 'Pagkain',
  permits: 'Mga permit',
  takeAlong: 'Dalhin ang datos',
  feed: 'Feed ng mga pagbabago',
  embed: 'Para sa sarili mong site:',
  inForce: (date) => `may bisa${date === null ? '' : ` hanggang ${date}`}`,
  renewed: (date) => `nire-renew${date === null ? '' : `, may bisa hanggang ${date}`}`,
  unlisted: 'wala sa mga permit na inilalathala ng lungsod',
  lapsed: (date) => `walang bisa${date === null ? '' : `, nakapetsa hanggang ${date}`}`,
  conflictCount: (count) => `${count} kung saan salungat ang lungsod sa sarili nito`,
  conflictReason:
    'Magkaiba ang oras na sinasabi ng iskedyul at ng teksto sa mga ito, kaya alinman ay hindi pinaniniwalaan. Parehong ipinapakita.',
  lapsedCount: (count) => `${count} na paso na ang permit`,
  lapsedReason:
    'Nakalista pa rin ang mga ito sa lungsod, pero paso na o nakabinbin ang permit. Hindi ibinibilang na bukas.',
  noStatus: 'walang status',
  placeTitle: (address, city) => `Mga food truck sa ${address} · ${city}`,
  placeDescription: (address, city) =>
    `Aling mga food truck ang pumupunta sa ${address} sa ${city}, anong mga araw, at mula kailan hanggang kailan.`,
  placeIn: (hasArea, city) => `Mga food truck sa ${hasArea ? '[area], ' : ''}${city}:`,
  nobodyComes: 'Walang truck na may bisang permit ang pumupunta rito.',
};

export const finding: Words['finding'] = {
  foodTitle: (food, city) => `${food} mula sa mga food truck sa ${city}`,
  foodDescription: (food, city) =>
    `Aling mga food truck sa ${city} ang nagtitinda ng ${food.toLowerCase()}, at kung nasaan sila sa linggo.`,
  foodSummary: (count) => `${trucks(count)} na may bisang permit.`,
  absent: (count) => `${count} na walang hintuang may bisa`,
  foodsTitle: (city) => `Pagkain mula sa mga truck sa ${city}`,
  foodsDescription: (city) =>
    `Lahat ng uri ng pagkaing itinitinda sa mga truck sa ${city}, at kung sino ang nagtitinda.`,
  foods: 'Ano ang makakain',
  areaTitle: (area, city) => `Mga food truck sa ${area}, ${city}`,
  areaDescription: (area, city) =>
    `Aling mga food truck ang pumupunta sa ${area} sa ${city}, anong mga araw, at mula kailan hanggang kailan.`,
  areaSummary: (open, places) => `${trucks(open)} sa ${spots(places)}.`,
  areasTitle: (city) => `Mga food truck ayon sa neighborhood sa ${city}`,
  areasDescription: (city) => `Bawat neighborhood ng ${city}, at kung ilang food truck ang pumupunta roon.`,
  areas: 'Mga neighborhood',
  cityIn: (city) => `Mga food truck sa [${city}]`,
  none: 'wala',
  spots: 'Mga lugar',
  searchTitle: (city) => `Maghanap ng food truck sa ${city}`,
  searchDescription: (city) => `Hanapin ang food truck, kalye o uri ng pagkain sa ${city}.`,
  search: 'Maghanap',
  kind: 'Uri',
  everything: 'Lahat',
  trucks: 'Mga truck',
  places: 'Mga lugar',
  food: 'Pagkain',
  noScript:
    'Sa browser mo gumagana ang paghahanap at kailangan nito ng JavaScript. Kung wala: [lahat ng uri ng pagkain].',
  followingTitle: (city) => `Mga truck na sinusubaybayan mo sa ${city}`,
  followingDescription: (city) =>
    `Ang mga food truck at lugar sa ${city} na sinusubaybayan mo, at kung saan sila susunod na hihinto. Nakatabi lang sa device mo.`,
  following: 'Sinusubaybayan',
  followingNoScript: 'Nakatabi sa browser mo ang sinusubaybayan mo, at kailangan nito ng JavaScript.',
  openNow: 'Sino ang bukas ngayon',
};

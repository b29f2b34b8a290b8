import { groupDigits } from '../days.ts';
import type { Words } from '../words.ts';

const withTimes = (words: string, times: string) => (times === '' ? words : `${words}: ${times}`);

export const changes: Words['changes'] = {
  places: (count) => `${count} lugar`,
  appeared: (where, now) => withTimes(`maaari nang huminto sa ${where}`, now),
  gone: (where, before) => withTimes(`hindi na nakalista sa ${where}`, before && `dati ${before}`),
  moved: (from, where) => (from === '' ? `lumipat sa ${where}` : `lumipat mula ${from} papuntang ${where}`),
  otherTimes: (where) => `iba na ang oras sa ${where}`,
  times: (where, now, before) => `sa ${where}: ngayon ${now}; dati ${before}`,
  lapsed: (where) => `wala nang bisang permit sa ${where}`,
  expired: (where) => `nire-renew ang permit sa ${where}`,
  renewed: (where, now) => withTimes(`may bisang permit na ulit sa ${where}`, now),
  doubted: (where) => `sa ${where}: hindi na magkatugma ang teksto at iskedyul ng lungsod`,
  settled: (where, now) =>
    withTimes(`sa ${where}, magkatugma na ulit ang teksto at iskedyul ng lungsod`, now),
};

export const status: Words['status'] = {
  title: (city) => `Kalagayan ng datos · ${city}`,
  description: (city) =>
    `Gaano kabago at kalaki ang datos ng ${city}, ano ang nagbago sa mga huling pagkuha, at bawat mali sa mga row nito.`,
  heading: 'Kalagayan',
  summary: (rows, trucks, places) =>
    `[${groupDigits(rows)}] row, [${groupDigits(trucks)}] truck, [${groupDigits(places)}] lugar,`,
  problems: (count) => `[${groupDigits(count)}] mali`,
  heat: 'Mga bukas na truck, oras-oras',
  heatLabel: 'Mga bukas na truck bawat oras',
  pulls: 'Ano ang binago ng mga huling pagkuha',
  asOf: 'Petsa',
  added: 'Idinagdag na row',
  removed: 'Inalis',
  restated: 'Bisa ng permit',
  edited: 'Ibang detalye',
  told: 'Ano ang lumitaw, lumipat o napaso',
  changes: (count) => `${count} pagbabago`,
  nothing: 'Wala pa.',
  feed: 'Bilang feed',
  faults: 'Mga mali sa mga row',
  noFaults: 'Wala: nabasa at nailagay sa mapa ang bawat row ng lungsod.',
  kinds: {
    'column-missing': 'May kulang na column',
    'row-malformed': 'Hindi mabasa ang row',
    'weekday-unknown': 'Walang ganitong araw ng linggo',
    'weekday-disagrees': 'Dalawang araw ng linggo sa isang row',
    'hours-unreadable': 'Hindi mabasa ang oras',
    'coordinates-missing': 'Walang lugar sa mapa',
    'coordinates-outside': 'Lugar sa labas ng lungsod',
    'status-unknown': 'Status na hindi ipinaliliwanag ng lungsod',
    'key-repeated': 'Dalawang beses ang parehong row',
  },
  row: 'Row',
  wrong: 'Ano ang mali',
  text: 'Teksto ng lungsod',
  others: (count) => `At ${groupDigits(count)} pa: [lahat ng mali bilang JSON].`,
};

export const about: Words['about'] = {
  title: (city) => `Tungkol sa datos · ${city}`,
  description: (city) =>
    `Paano binabasa ang iskedyul ng mga food truck ng ${city}: gaano katiyak ang bawat oras, aling permit ang ibinibilang, at sino ang puwedeng gumamit ng datos.`,
  heading: 'Tungkol sa datos',
  summary:
    'Lahat ng narito ay pinahintulutan ng lungsod. Walang tumingin kung talagang naroon ang isang truck.',
  source: 'Saan ito galing',
  sourceText:
    'Naglalathala ang Lungsod at County ng San Francisco ng dalawang talaan, ang [Mobile Food Schedule] at ang [Mobile Food Facility Permit]. Sinasabi ng isang row ng una na puwedeng magtinda ang isang permit sa isang address, sa isang araw ng linggo, sa pagitan ng dalawang oras. Sinasabi ng ikalawa kung may bisa ang permit. Regular na binabasa ang dalawa at itinatabi ang bawat row: [gaano kaluma ang datos, at bawat mali rito].',
  certainty: 'Gaano katiyak ang oras',
  certaintyText:
    'Buong oras ang dalawang oras ng isang row. Maraming row ang may katabing teksto na mas eksakto, at binabasa iyon ng site na ito.',
  stated: 'Eksakto sa minuto',
  statedText: 'May ibinibigay na oras ang teksto na pasok sa oras ng row. Iyon ang ipinapakita.',
  hours: '≈ Buong oras lang',
  hoursText:
    'Walang ibinibigay na oras ang teksto. Ipinapakita ang oras ng row, na may markang ≈: maaaring naroon ang truck sa bahagi lang nito.',
  conflict: 'Salungat ang lungsod sa sarili nito',
  conflictText:
    'Magkaibang oras ang sinasabi ng iskedyul at ng teksto. Alinman ay hindi pinaniniwalaan: nakahiwalay ang row at hindi kailanman ibinibilang na bukas.',
  standing: 'Kung may bisa ang permit',
  permitted: 'May bisa',
  permittedText: 'Inaprubahan ng lungsod ang permit at hindi pa lampas ang petsa nito.',
  renewing: 'Nire-renew ang permit',
  renewingText:
    'Muli itong hiniling, o napaso nang wala pang 120 araw: buong taglamig na nire-renew ng lungsod ang talaan nito. Ibinibilang itong bukas, na may tatak.',
  unknown: 'Hindi alam ang permit',
  unknownText:
    'May permit sa iskedyul na wala sa talaan ng mga permit. Ibinibilang itong bukas, na may tatak.',
  lapsed: 'Paso na',
  lapsedText: 'Napaso, nakabinbin o binawi. Nakahiwalay ang row at hindi kailanman ibinibilang na bukas.',
  limits: 'Ang hindi nito malalaman',
  limitsText:
    'Mga holiday: walang sinasabi tungkol dito ang oras ng permit, at maraming truck ang nasa bahay lang. Panahon, sakit, pribadong handaan. Nakabalot na pagkain ang tinda ng cold truck at ilang minuto lang itong humihinto. Oras ng lungsod ang lahat ng oras, saan mo man ito binabasa.',
  takeAlong: 'Dalhin ang datos',
  takeAlongText:
    'Ipinamimigay ng lungsod ang datos nito sa ilalim ng [Public Domain Dedication and License]; puwede ka rin. Katabi ng karamihan sa mga pahina ang datos nila, sa parehong address na iba ang dulo. Isang file ang buong linggo, bilang [JSON] o [talaan]. Walang key, walang limitasyon.',
  sponsors: 'Ano ang nakukuha ng mga sponsor, at magkano',
  example: (day) => `[truck] sa [place], ${day}.`,
  exampleHours: (hours) => `Oras: ${hours}.`,
  exampleText: 'Teksto:',
  examplePermit: 'Permit:',
  shown: (times) => `Ipinapakita: ${times || 'nakahiwalay'}.`,
};

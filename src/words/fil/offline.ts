import type { OfflineWords } from '../en/offline.ts';

/** What is said only where there is no network, or a new version of the site. */
export const offline: OfflineWords = {
  title: (city) => `Mga food truck sa ${city} nang walang network`,
  description: (city) => `Ang linggo ng mga food truck sa ${city}, mula sa sarili mong device.`,
  heading: 'Walang network',
  about: 'Itinatabi ng device mo ang linggo, at mula roon iginuguhit ang mga pahinang hindi naitabi.',
  saved: (age) => `Walang sagot ang site. Naitabi ${age}.`,
  update: 'I-update',
  newVersion: 'May bagong bersyon.',
  drawn:
    'Iginuhit mula sa linggo sa device mo, wala ang mga tala ng lungsod, mga permit at anumang alanganin.',
  notKept: 'Wala sa device mo',
  notKeptMore: 'Naroon ang bawat oras, araw, truck at lugar; kailangan ng network ang iba.',
  noWeek: 'Wala pa sa device mo ang linggo.',
  gone: 'Wala sa iskedyul',
  goneMore: 'Walang ganitong truck o lugar sa linggong nasa device mo.',
};

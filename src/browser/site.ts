import { showAge } from './age.ts';
import { offerMap } from './map.ts';
import { showOpenNow } from './now.ts';

// The one script of every page, fetched once and kept: 2 KB. What is larger comes when it is asked for.
const mark = document.querySelector<HTMLElement>('[data-age]');
if (mark?.dataset['age']) void showAge(mark.dataset['age']);

const now = document.getElementById('now');
if (now !== null) void showOpenNow(now);

const map = document.querySelector<HTMLElement>('[data-map]');
if (map !== null) offerMap(map);

const search = document.querySelector<HTMLFormElement>('form[data-index]');
if (search !== null) void import('./search.ts').then(({ startSearch }) => startSearch(search));

import { offerFollow } from './follow-button.ts';
import { showNext } from './next.ts';

// The script of pages about a truck or a place.
const next = document.querySelector<HTMLElement>('.next');
if (next !== null) void showNext(next);

const share = document.querySelector<HTMLButtonElement>('[data-share]');
share?.addEventListener('click', () => void import('./share.ts').then(({ sharePage }) => sharePage(share)));

const near = document.querySelector<HTMLButtonElement>('[data-near]');
near?.addEventListener('click', () => void import('./near.ts').then(({ showNear }) => showNear(near)));

const follow = document.querySelector<HTMLButtonElement>('[data-follow]');
if (follow !== null) offerFollow(follow);

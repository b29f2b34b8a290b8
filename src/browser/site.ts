import { linkTo } from '../site/link.ts';
import { workerFile } from '../site/worker-file.ts';
import { showAge } from './age.ts';

// The one script of every page, fetched once and kept. What is larger comes when it is asked for.
const mark = document.querySelector<HTMLElement>('[data-age]');
if (mark?.dataset['age']) void showAge(mark.dataset['age']);

const map = document.querySelector<HTMLElement>('[data-map]');
if (map !== null) void import('./map.ts').then(({ offerMap }) => offerMap(map));

const nearest = document.querySelector<HTMLButtonElement>('[data-nearest]');
const findNearest = () => {
  nearest?.removeEventListener('click', findNearest); // one that is at work already hears its own clicks
  void import('./nearest.ts').then(({ offerNearest }) => offerNearest(nearest!));
};
nearest?.addEventListener('click', findNearest);
try {
  if (nearest !== null && 'curbside.here' in sessionStorage) findNearest();
} catch {
  // A browser that keeps nothing knows no place either.
}

document.querySelector<HTMLInputElement>('.top [name=q]')?.addEventListener(
  'focus',
  ({ currentTarget }) => {
    void import('./combobox.ts')
      .then(({ offerAnswers }) => offerAnswers(currentTarget as HTMLInputElement))
      .catch(() => undefined); // without it the box still searches
  },
  { once: true },
);

const saved = document.querySelector<HTMLElement>('[data-saved]');
if (saved !== null) void import('./saved.ts').then(({ showSaved }) => showSaved(saved));

// Once the page is all there: whoever came for one page gets the rest of the week for later. Not in every browser.
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
addEventListener('load', () => {
  void workers?.register(linkTo(workerFile)).then(
    (registration) => {
      const look = () =>
        registration.active && import('./update.ts').then(({ offerUpdate }) => offerUpdate(registration));
      registration.onupdatefound = look;
      if (registration.waiting) void look();
    },
    () => undefined,
  );
});

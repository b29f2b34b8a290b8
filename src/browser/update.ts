import { showNotice } from './notice.ts';
import { words } from './notice-words.ts';

let told = false;

/** Offers a new version of the site as soon as all of it is here; takes it up when the reader asks for it. */
export function offerUpdate(registration: ServiceWorkerRegistration): void {
  const coming = registration.waiting ?? registration.installing;
  const look = () => {
    if (coming?.state !== 'installed' || told) return;
    told = true;
    const notice = showNotice();
    notice.say(words.newVersion);
    notice.offer(words.update, () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
      coming.postMessage('update');
    });
  };
  coming?.addEventListener('statechange', look);
  look();
}

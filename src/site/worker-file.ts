/** The service worker: at the root of the site, since it answers for all below it. Apart from `urls.ts` because every page loads this. */
export const workerFile = '/sw.js';

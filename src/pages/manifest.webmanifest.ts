import { appManifest } from '../site/app-manifest.ts';
import { linkTo } from '../site/link.ts';

/** What a device needs to take the site among its apps. */
export const GET = () =>
  new Response(`${JSON.stringify(appManifest(linkTo))}\n`, {
    headers: { 'content-type': 'application/manifest+json' },
  });

import { describe, expect, it } from 'vitest';
import { assetsOf, serviceWorker } from './service-worker.ts';

/** A site of a few files, by address. */
const files: Readonly<Record<string, string>> = {
  '/sf/offline/':
    '<link href="/trucks/_astro/print.a1.css"><p data-worker="/trucks/_astro/worker-w1.js" data-worker-off="/trucks/_astro/off-o1.js"></p><script src="/trucks/_astro/offline.b2.js"></script>',
  '/_astro/offline.b2.js':
    'import"./site.c3.js";const style=`/trucks/_astro/week.d4.css`;import("./map.e5.js")',
  '/_astro/site.c3.js': 'import("./offline.b2.js")',
  '/_astro/map.e5.js': 'import("./leaflet-map.f6.js")',
  '/_astro/worker-w1.js': 'work(release)',
  '/_astro/off-o1.js': 'leave(release)',
};
const read = (page: string) => files[page] ?? '';
const parts = { base: '/trucks/', city: 'sf', isOff: false, pages: ['/sf/offline/'], read };

describe('assetsOf', () => {
  it('follows names from pages through scripts, once each, and leaves out what is heavy', () => {
    expect(assetsOf(['/sf/offline/'], read)).toEqual(
      ['map.e5.js', 'offline.b2.js', 'print.a1.css', 'site.c3.js', 'week.d4.css'].map(
        (name) => `/_astro/${name}`,
      ),
    );
  });

  it('leaves out the styles of what owners and sponsors say, which come and go with the data', () => {
    const page =
      '<link href="/_astro/sponsor.a1.css"><link href="/_astro/owner.b2.css"><link href="/_astro/list.c3.css">';
    expect(assetsOf(['/sf/'], () => page)).toEqual(['/_astro/list.c3.css']);
  });
});

describe('serviceWorker', () => {
  it('puts before the compiled worker where the site begins and what it keeps', () => {
    const [, release = '', source] = /^const release=(.*);\n(.*)$/.exec(serviceWorker(parts)) ?? [];
    const { base, version, files: kept } = JSON.parse(release) as Record<string, string>;
    expect(source).toBe('work(release)');
    expect(base).toBe('/trucks/');
    expect(version).toMatch(/^[\w-]{22}$/);
    expect(kept).toContain('/trucks/_astro/week.d4.css');
    expect(kept).toContain('/trucks/icon.svg');
  });

  it('has another version when a file has another name, and the same whatever pages there are', () => {
    const versionOf = (text: string) => /"version":"([^"]+)"/.exec(text)?.[1];
    const own = versionOf(serviceWorker(parts));
    const renamed = (page: string) => read(page.replace('c9', 'c3')).replace('site.c3', 'site.c9');
    expect(versionOf(serviceWorker({ ...parts, read: renamed }))).not.toBe(own);
    expect(versionOf(serviceWorker({ ...parts, pages: ['/sf/truck/anzu/', '/sf/offline/'] }))).toBe(own);
  });

  it('takes the other script, and keeps nothing, when it is switched off', () => {
    const text = serviceWorker({ ...parts, isOff: true });
    expect(text).toContain('"files":[]');
    expect(text.endsWith('leave(release)')).toBe(true);
  });
});

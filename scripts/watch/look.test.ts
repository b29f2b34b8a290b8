import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCity } from '../../src/source/cities.ts';
import { sodaSettings } from '../../src/source/settings.ts';
import { scheduleRows } from '../../test/soda-rows.ts';
import { startSodaServer, type SodaServer } from '../../test/soda-server.ts';
import { serveFolder, type FolderServer } from '../../test/workflow-site.ts';
import { look, type Watched, type WatchReport } from './look.ts';

const city = findCity('sf');
const now = Date.parse('2026-11-22T12:00:00Z');
const page = '<!doctype html><html lang="en"><script src="/_astro/now.Ab12.js"></script></html>';

let site: FolderServer;
let api: SodaServer;
let waits: number[];

beforeEach(async () => {
  waits = [];
  site = await serveFolder(fs.mkdtempSync(path.join(os.tmpdir(), 'watched-')));
  api = await startSodaServer({ [city.schedule]: scheduleRows(3) });
  put('status.json', status('2026-11-22T00:00:00Z'));
  put('index.html', page);
  put('sf/friday/12/index.html', page);
  put('_astro/now.Ab12.js', 'export {}');
});
afterEach(async () => {
  await site.close();
  await api.close();
  fs.rmSync(site.folder, { recursive: true });
});

function put(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(site.folder, file)), { recursive: true });
  fs.writeFileSync(path.join(site.folder, file), text);
}

function status(pulledAt: string): string {
  return JSON.stringify({ cities: { sf: { pulledAt, snapshot: 'x' } }, pages: 2, codeDigest: 'y' });
}

function watch(differences: Partial<Watched> = {}, send: typeof fetch = fetch): Promise<WatchReport> {
  const settings = sodaSettings(city, { SOCRATA_ORIGIN: api.origin }, []);
  const watched: Watched = { site: new URL(site.origin), city, settings, headers: 'ours', ...differences };
  const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
  return look(watched, { fetch: send, now: () => now, sleep });
}

const alarms = ({ checks }: WatchReport) =>
  Object.fromEntries(checks.filter(({ ok }) => !ok).map(({ name, fact }) => [name, fact]));

describe('look', () => {
  it('finds a site well: five checks, each with its address', async () => {
    const report = await watch();
    expect({ ok: report.ok, at: report.at }).toEqual({ ok: true, at: '2026-11-22T12:00:00.000Z' });
    expect(report.checks.map(({ name, address }) => [name, new URL(address).pathname])).toEqual([
      ['status', '/status.json'],
      ['home', '/'],
      ['hour', '/sf/friday/12/'],
      ['asset', '/_astro/now.Ab12.js'],
      ['city', `/resource/${city.schedule}.json`],
    ]);
  });

  it.each([
    ['2026-11-21T10:00:01Z', {}],
    ['2026-11-21T10:00:00Z', { status: 'the data of sf is 26 hours old, more than 26' }],
    ['never', { status: 'sf does not say when it was pulled' }],
  ])('judges the age of data pulled at %s', async (pulledAt, expected) => {
    put('status.json', status(pulledAt));
    expect(alarms(await watch())).toEqual(expected);
  });

  it.each([
    ['a status that is a page', 'status.json', [page, { status: 'it is no status of ours' }] as const],
    ['a status without cities', 'status.json', ['{"cities":{}}', { status: 'it names no city' }] as const],
    ['a page that breaks off', 'index.html', [page.slice(0, -4), { home: 'it is no whole page' }] as const],
    ['an hour without a script', 'sf/friday/12/index.html', ['<html></html>', {}] as const],
  ])('notices %s', async (...[, file, change]) => {
    const [text, expected] = change;
    put(file, text);
    expect(alarms(await watch())).toEqual(expected);
  });

  it('notices a page whose asset is gone', async () => {
    fs.rmSync(path.join(site.folder, '_astro'), { recursive: true });
    expect(alarms(await watch())).toEqual({ asset: 'it answers 404' });
  });

  it('notices pages that name no asset at all', async () => {
    put('index.html', '<html></html>');
    put('sf/friday/12/index.html', '<html></html>');
    expect(alarms(await watch())).toEqual({ asset: 'the page names no asset' });
  });

  it('holds headers to ours, or leaves the cache to a host that sets its own', async () => {
    const send: typeof fetch = async (...args) => {
      const answer = await fetch(...args);
      const headers = new Headers(answer.headers);
      headers.set('cache-control', 'max-age=600');
      if (answer.url.endsWith('.js')) headers.set('content-type', 'text/plain');
      const changed = new Response(await answer.text(), { status: answer.status, headers });
      return changed;
    };
    const strict = alarms(await watch({}, send));
    expect(Object.keys(strict)).toEqual(['status', 'home', 'hour', 'asset']);
    expect(strict['home']).toMatch(/^Cache-Control is "max-age=600", not "public, max-age=0, s-maxage=300/);
    expect(alarms(await watch({ headers: 'plain' }, send))).toEqual({ asset: 'Content-Type is text/plain' });
  });

  it('tries three times before it says that nobody answers', async () => {
    await site.close();
    const report = await watch();
    expect(alarms(report)).toMatchObject({
      status: 'no answer: ECONNREFUSED',
      home: 'no answer: ECONNREFUSED',
    });
    expect(waits).toHaveLength(6); // two for each of the three addresses known beforehand
    site = await serveFolder(site.folder);
  });

  it('tells a city that is down from a site that is', async () => {
    for (let time = 0; time < 3; time++) api.city.mishaps.push({ kind: 'status', status: 503 });
    expect(alarms(await watch())).toEqual({ city: 'it answers 503' });
    api.city.mishaps.push({ kind: 'html' });
    expect(alarms(await watch())).toEqual({ city: 'it answers 200 without JSON' });
  });

  it('asks an API that wants a token for what it tells everyone', async () => {
    const settings = sodaSettings(city, { SOCRATA_ORIGIN: api.origin, SOCRATA_API: 'soda3' }, []);
    const report = await watch({ settings });
    expect(report.checks.at(-1)).toMatchObject({
      ok: true,
      address: `${api.origin}/api/views/${city.schedule}.json`,
    });
  });
});

import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCity } from '../../src/schedule/read-city.ts';
import { cityFeeds } from '../../src/site/feed-files.ts';
import { atomFeed } from '../../src/site/feed.ts';
import { logAfter } from '../../src/source/log.ts';
import { inBrowser, launchChromium } from '../chromium.ts';
import { row } from '../schedule-rows.ts';
import { siteCity } from '../site-city.ts';
import { sampleSite, type SampleSite } from './sample-site.ts';

let site: SampleSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!inBrowser) return;
  site = await sampleSite();
  browser = await launchChromium();
  page = await browser.newPage();
}, 120_000);
afterAll(() => browser?.close());

/** Relative path → text of every built file with one of the endings. */
function textsEnding(...endings: readonly string[]): Record<string, string> {
  const files = fs.readdirSync(site.out, { recursive: true, encoding: 'utf8' }).sort();
  const wanted = files.filter((file) => endings.some((ending) => file.endsWith(ending)));
  return Object.fromEntries(wanted.map((file) => [file, fs.readFileSync(path.join(site.out, file), 'utf8')]));
}

/** What an outside parser, the browser's, refuses: "sf/changes.atom: error on line 3 …". */
function faultsOfXml(texts: Record<string, string>): Promise<string[]> {
  return page.evaluate((all) => {
    const parser = new DOMParser();
    return Object.entries(all).flatMap(([file, text]) => {
      const error = parser.parseFromString(text, 'application/xml').querySelector('parsererror');
      return error === null ? [] : [`${file}: ${error.textContent}`];
    });
  }, texts);
}

/** What RFC 4287, section 4.1, asks of each feed and entry, as far as it is not there. */
function faultsOfFeeds(texts: Record<string, string>): Promise<string[]> {
  return page.evaluate((all) => {
    const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
    const atom = 'http://www.w3.org/2005/Atom';
    const childrenOf = (parent: Element, name: string) =>
      [...parent.children].filter((child) => child.localName === name && child.namespaceURI === atom);
    const faultsOf = (part: Element, isEntry: boolean) => {
      const once = ['id', 'title', 'updated'].filter((name) => childrenOf(part, name).length !== 1);
      const texts = ['id', 'title'].filter((name) => !childrenOf(part, name)[0]?.textContent.trim());
      const dates = childrenOf(part, 'updated').filter(({ textContent: text }) => !instant.test(text));
      const links = childrenOf(part, 'link').filter(
        (link) => !/^https?:\/\/./.test(link.getAttribute('href') ?? ''),
      );
      const alternates = childrenOf(part, 'link').filter((link) => link.getAttribute('rel') === 'alternate');
      return [
        ...once.map((name) => `${name} is not there once`),
        ...texts.map((name) => `${name} is empty`),
        ...dates.map(({ textContent: text }) => `updated is ${text}`),
        ...links.map((link) => `link to ${link.getAttribute('href')}`),
        ...(isEntry && alternates.length !== 1 ? ['no alternate'] : []),
      ];
    };
    return Object.entries(all).flatMap(([file, text]) => {
      const feed = new DOMParser().parseFromString(text, 'application/xml').documentElement;
      const entries = childrenOf(feed, 'entry');
      const ids = [feed, ...entries].map((part) => childrenOf(part, 'id')[0]?.textContent);
      const faults = [
        ...(feed.localName === 'feed' ? [] : [`is a ${feed.localName}`]),
        ...(childrenOf(feed, 'author').length === 1 ? [] : ['no author']),
        ...(childrenOf(feed, 'link').some((link) => link.getAttribute('rel') === 'self') ? [] : ['no self']),
        ...(new Set(ids).size === ids.length ? [] : ['ids stand twice']),
        ...faultsOf(feed, false),
        ...entries.flatMap((entry) => faultsOf(entry, true)),
      ];
      return faults.map((fault) => `${file}: ${fault}`);
    });
  }, texts);
}

/** A feed that has something to tell, and of a truck whose name is markup. */
function feedOfChanges(): string {
  const hostile = row({ applicant: '<b>"Burgers"</b> & ]]>\u0007', permit: '9' });
  const before = { rows: [row(), hostile], problems: [] };
  const after = { rows: [row({ end24: '16:00' }), { ...hostile, weekday: 'monday' as const }], problems: [] };
  const first = logAfter({ before: null, after: before, log: null, asOf: '2022-01-17' });
  const log = logAfter({ before, after, log: first, asOf: '2022-01-30' });
  const [feed] = cityFeeds(siteCity(after.rows, { log, city: readCity(after) }));
  return atomFeed(feed!.props.view(), (file) => `https://curbside.example${file}`);
}

describe.runIf(inBrowser)('files in XML, read by another parser than ours', () => {
  it('are well formed: feeds, sitemaps and pictures', async () => {
    const texts = textsEnding('.atom', '.xml', '.svg');
    const kinds = new Set(Object.keys(texts).map((file) => path.extname(file)));
    expect(kinds).toEqual(new Set(['.atom', '.xml', '.svg']));
    expect(await faultsOfXml(texts)).toEqual([]);
    expect(await faultsOfXml({ broken: '<a>&</a>' })).toHaveLength(1);
  });

  it('are Atom where they say so, with entries and without', async () => {
    const feeds = textsEnding('.atom');
    const trucks = Object.keys(textsEnding('.json')).filter((file) => /^sf\/truck\/[^/.]+\.json$/.test(file));
    expect(Object.keys(feeds)).toHaveLength(1 + trucks.length);
    const eventful = feedOfChanges();
    expect(eventful).toContain('<entry>');
    expect(await faultsOfXml({ eventful })).toEqual([]);
    expect(await faultsOfFeeds({ ...feeds, eventful })).toEqual([]);
    const entry = '<entry xmlns="http://www.w3.org/2005/Atom"><id>1</id></entry>';
    expect(await faultsOfFeeds({ entry })).not.toEqual([]);
  });

  it('name in the sitemaps pages that are there, and no page twice', () => {
    const { 'sitemap.xml': index = '', ...others } = textsEnding('sitemap.xml');
    const addresses = (text: string) =>
      [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => new URL(loc!).pathname);
    expect(addresses(index)).toEqual(Object.keys(others).map((file) => `/${file}`));
    const pages = Object.values(others).flatMap(addresses);
    expect(new Set(pages).size).toBe(pages.length);
    const missing = pages.filter(
      (address) => !fs.existsSync(path.join(site.out, decodeURI(address), 'index.html')),
    );
    expect(missing).toEqual([]);
  });
});

import { digest } from '../digest.ts';
import { instantOf } from '../schedule/clock.ts';
import type { CityInfo } from '../source/state.ts';
import type { LoggedPull } from '../source/log.ts';
import { toldChange } from './change-words.ts';
import { countText } from './text.ts';
import { atomPath, cityAtomPath, cityFeedPath, feedPath } from './urls.ts';
import { xmlText } from './xml.ts';

/** What a feed of changes tells, whichever its format. */
export interface FeedFacts {
  readonly city: CityInfo;
  readonly sample: boolean;
  /** The truck's slug; empty for the whole city. */
  readonly subject: string;
  readonly title: string;
  /** The page it is about. */
  readonly page: string;
  readonly pulls: readonly LoggedPull[];
  /** "YYYY-MM-DD": when what it is about last changed; null when nobody knows. */
  readonly updated: string | null;
}

/** Public address of a page or file of the site. */
export type AddressOf = (path: string) => string;

/** Where time begins for what was never seen to change: a feed must have a date, and none may come from a clock. */
const epoch = '2020-01-01';

/** An Atom feed (RFC 4287). */
export function atomFeed(facts: FeedFacts, addressOf: AddressOf): string {
  const { city, page } = facts;
  const link = (rel: string, type: string, path: string) =>
    `<link rel="${rel}" type="${type}" href="${xmlText(addressOf(path))}"/>\n`;
  const entries = itemsOf(facts, addressOf).map(
    ({ id, title, date, html }) =>
      `<entry>\n<id>${id}</id>\n<title>${xmlText(title)}</title>\n<updated>${date}</updated>\n` +
      `${link('alternate', 'text/html', page)}<content type="html">${xmlText(html)}</content>\n</entry>\n`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n` +
    `<id>${idOf(['feed', city.key, facts.subject])}</id>\n<title>${xmlText(titleOf(facts))}</title>\n` +
    `<updated>${updatedOf(facts)}</updated>\n<author><name>Curbside</name></author>\n` +
    link('self', 'application/atom+xml', pathsOf(facts).atom) +
    `${link('alternate', 'text/html', page)}${entries.join('')}</feed>\n`
  );
}

/** The same as a JSON Feed (jsonfeed.org, version 1.1). */
export function jsonFeed(facts: FeedFacts, addressOf: AddressOf): object {
  const url = addressOf(facts.page);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(facts),
    home_page_url: url,
    feed_url: addressOf(pathsOf(facts).json),
    language: 'en',
    authors: [{ name: 'Curbside' }],
    items: itemsOf(facts, addressOf).map(({ id, title, date, html }) => {
      return { id, url, title, content_html: html, date_published: date };
    }),
  };
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly html: string;
}

function itemsOf({ city, subject, pulls }: FeedFacts, addressOf: AddressOf): Item[] {
  return pulls.map(({ id, asOf, changes, more }) => {
    const lines = changes.map((change) => {
      const { truck, words } = toldChange(city.key, change);
      const name = `<a href="${xmlText(addressOf(truck.href))}">${xmlText(truck.label)}</a>`;
      return `<li>${name} ${xmlText(words)}</li>`;
    });
    const rest = more === 0 ? '' : `<p>and ${countText(more, 'more change')}</p>`;
    return {
      id: idOf(['pull', city.key, subject, id]),
      title: `${countText(changes.length + more, 'change')}, ${asOf}`,
      date: instantText(city, asOf),
      html: `<ul>${lines.join('')}</ul>${rest}`,
    };
  });
}

function titleOf({ sample, title }: FeedFacts): string {
  return sample ? `Sample: ${title}` : title;
}

function updatedOf({ city, pulls, updated }: FeedFacts): string {
  return instantText(city, pulls[0]?.asOf ?? updated ?? epoch);
}

/** A date is told as the midnight with which it begins in the city. */
function instantText({ timeZone }: CityInfo, date: string): string {
  return `${instantOf(timeZone, date, 0).toISOString().slice(0, 19)}Z`;
}

function pathsOf({ city, subject, page }: FeedFacts): { readonly atom: string; readonly json: string } {
  if (subject !== '') return { atom: atomPath(page), json: feedPath(page) };
  return { atom: cityAtomPath(city.key), json: cityFeedPath(city.key) };
}

/** A name that no other site gives (RFC 9562, version 8): the digest of what it names, so that no host is part of it. */
function idOf(parts: readonly string[]): string {
  const bytes = Buffer.from(digest(JSON.stringify(parts)), 'base64url');
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

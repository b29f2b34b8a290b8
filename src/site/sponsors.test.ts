import { describe, expect, it } from 'vitest';
import { siteCity } from '../../test/site-city.ts';
import type { Campaign } from '../content/campaign.ts';
import { noCityContent } from '../content/content.ts';
import { rates } from '../../test/sponsor-content.ts';
import { dayPages } from './day-view.ts';
import { homePages } from './home-view.ts';
import { hourPages } from './hour-view.ts';
import { photoFiles } from './photo-files.ts';
import type { StaticPage } from './page.ts';
import type { Frame } from './frame.ts';
import { sponsorsPages } from './sponsors-view.ts';

const campaign = (over: Partial<Campaign> = {}): Campaign => ({
  id: 'roasters',
  name: 'Roasters',
  text: 'Coffee.',
  lang: 'en',
  link: 'https://roasters.example/',
  image: { key: 'k'.repeat(22), alt: '' },
  where: { city: 'sf', neighborhood: null, food: null, day: 'friday' },
  from: '2026-11-01',
  to: '2026-11-30',
  size: 'strip',
  price: null,
  ...over,
});
const site = (...campaigns: Campaign[]) => siteCity([], { content: { ...noCityContent, campaigns } });
const keys = (pages: readonly StaticPage<unknown>[]) => pages.map(({ cacheKey }) => cacheKey);
const sponsorsOn = (pages: readonly StaticPage<{ frame: Frame }>[]) =>
  pages.flatMap(({ params, props }) =>
    (props.view().frame.sponsors ?? []).map(({ id }) => [id, params['day'] ?? '', params['hour'] ?? '']),
  );

describe('withSponsors', () => {
  it('puts a campaign of a day on its page and its 24 hours, and on no other', () => {
    const on = site(campaign());
    expect(sponsorsOn(dayPages(on))).toEqual([['roasters', 'friday', '']]);
    expect(sponsorsOn(hourPages(on)).map(([, day]) => day)).toEqual(Array(24).fill('friday'));
    expect(sponsorsOn(homePages(on))).toEqual([]);
  });

  it('changes the keys of the pages it is on, and no other', () => {
    const [before, after] = [site(), site(campaign())].map((one) => keys(hourPages(one)));
    expect(before!.filter((key, index) => key !== after![index])).toHaveLength(24);
    expect(keys(homePages(site(campaign())))).toEqual(keys(homePages(site())));
  });

  it('leaves no field in the frame of a page without one', () => {
    expect(homePages(site(campaign()))[0]!.props.view().frame).not.toHaveProperty('sponsors');
  });

  it('keys a page by the words of its campaign', () => {
    const [one, other] = [campaign(), campaign({ text: 'Tea.' })].map((each) => keys(dayPages(site(each))));
    expect(one!.filter((key, index) => key !== other![index])).toHaveLength(1);
  });

  it('has its picture among the files, in both sizes of its box', () => {
    const names = photoFiles(site(campaign())).map(({ params }) => params['name']);
    expect(names).toEqual([`${'k'.repeat(22)}-96`, `${'k'.repeat(22)}-48`]);
  });
});

describe('sponsorsPages', () => {
  it('is there only where rates or a place to be paid are told', () => {
    expect(sponsorsPages(site(campaign()))).toEqual([]);
    const [page] = sponsorsPages(siteCity([], { content: { ...noCityContent, rates } }));
    expect(page!.props.view()).toMatchObject({
      rates: [{ size: 'strip', price: '$150.00' }],
      contact: 'mailto:sponsors@curbside.example',
    });
  });
});

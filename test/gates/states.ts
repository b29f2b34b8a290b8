import type { Page } from 'playwright-core';

/** A page as readers make it. */
export interface State {
  readonly name: string;
  readonly address: string;
  readonly reach: (page: Page) => Promise<unknown>;
}

const truck = '/sf/truck/tidewater-almanac-catering/';

/** What a reader can bring about on top of what pages show by themselves. */
export const states: readonly State[] = [
  { name: 'the map open', address: '/sf/friday/12/', reach: openMap },
  {
    name: 'a place shown on the map',
    address: '/sf/friday/12/',
    reach: async (page) => {
      await openMap(page);
      await page.click('.stops button.show');
      await page.waitForSelector('.leaflet-popup');
    },
  },
  { name: 'the map of a truck', address: truck, reach: openMap },
  {
    name: 'the answers of the search box open',
    address: '/sf/friday/12/',
    reach: (page) => typeInBox(page, 'ta'),
  },
  {
    name: 'an answer walked to',
    address: truck,
    reach: async (page) => {
      await typeInBox(page, 'friday noon');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'results of a search',
    address: '/sf/search/?q=taco',
    reach: (page) => page.waitForSelector('#results li'),
  },
  {
    name: 'a search for what there is not',
    address: '/sf/search/?q=zzzzzz',
    reach: (page) =>
      page.waitForFunction(() => document.getElementById('count')?.textContent?.startsWith('Nothing')),
  },
  {
    name: 'every filter of the home page set, at another time',
    address: '/sf/?at=saturday-13:00&food=mexican&cold=no&permit=yes',
    reach: (page) => page.waitForSelector('#ask [name=cold]:checked'),
  },
  {
    name: 'a device that does not tell where it is',
    address: '/sf/',
    reach: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Browser.setPermission', {
        permission: { name: 'geolocation' },
        setting: 'denied',
      });
      await page.click('[name=near]');
      await page.waitForSelector('#ask [role=alert]', { timeout: 5000 });
    },
  },
  {
    name: 'trucks that are followed',
    address: truck,
    reach: async (page) => {
      await page.click('[data-follow]');
      await page.goto(new URL('/sf/following/', page.url()).href);
      await page.waitForSelector('#following h2 a');
    },
  },
];

async function openMap(page: Page): Promise<void> {
  await page.click('[data-map] button');
  await page.waitForSelector('.leaflet-marker-icon');
}

async function typeInBox(page: Page, text: string): Promise<void> {
  await page.focus('header [name=q]');
  await page.waitForSelector('header [role=combobox]');
  await page.keyboard.type(text);
  await page.waitForSelector('[role=option]');
}

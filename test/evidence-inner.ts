// Run by evidence.test.ts in a process of its own: tests that fail on purpose, and one that does not.
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inBrowser, launchChromium, leavePageIfFailed } from './chromium.ts';
import { build } from '../src/incremental/build.ts';
import { expectSameFiles, verifySite } from './differing-files.ts';
import { leaveIfFailed } from './evidence.ts';
import { tinySite, type TinySite } from './tiny-site.ts';

describe('on purpose', () => {
  it('differs', () => {
    const same = { 'same.html': '<p>same</p>' };
    const built = {
      'sf/a/index.html': '<p>one</p><p>two</p>',
      'new.json': '{"a":1}',
      'icon.bin': Buffer.from([0, 1]),
    };
    const clean = {
      'sf/a/index.html': '<p>one</p><p>three</p>',
      'gone.json': '{}',
      'icon.bin': Buffer.from([0, 2]),
    };
    expectSameFiles({ ...same, ...built }, { ...same, ...clean });
  });

  it('differs in many files', () => {
    const files = Array.from({ length: 100 }, (_, index) => [`${index}.txt`, `${index}`]);
    expectSameFiles(Object.fromEntries(files) as Record<string, string>, {});
  });

  describe('with a site that is gone when the test has failed', () => {
    let site: TinySite;
    beforeEach(() => (site = tinySite()));
    afterEach(() => site.remove());

    it('verifies', async () => {
      site.writeData({ a: { x: 'one' } });
      await build(site.options());
      fs.writeFileSync(path.join(site.out, 'a/x/index.html'), 'something else');
      expect(await verifySite(site.options())).toEqual([]);
    });
  });

  it('tells the last of many tries: "all" <of them>', () => {
    for (const round of ['first', 'last']) leaveIfFailed('tries', () => ({ 'round.txt': round }));
    expect.unreachable('on purpose');
  });

  it('passes', () => leaveIfFailed('nothing', () => ({ 'file.txt': 'of a test that passes' })));

  describe.runIf(inBrowser)('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => void (browser = await launchChromium()));
    afterAll(() => browser.close());

    it('shows the page', async () => {
      const [page, closed] = [await browser.newPage(), await browser.newPage()];
      for (const one of [page, closed]) leavePageIfFailed(one);
      await closed.close();
      await page.setContent('<h1>What the reader sees</h1><script>console.error("what it said")</script>');
      expect(await page.textContent('h1')).toBe('something else');
    });
  });
});

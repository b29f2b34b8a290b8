import fs from 'node:fs';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtPages, onePageOfEachKind } from './kinds.ts';
import { sampleSite, type SampleSite } from './sample-site.ts';

const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // A button in a form submits it, as every search box here means it; the attribute would be in each page.
    'no-implicit-button-type': 'off',
    // The home page's filters answer when they are set; without a script they are not shown as a form to send.
    'wcag/h32': 'off',
    // A title is the name of a truck or a place, cut where it is too long for a list, and search engines cut it again.
    'long-title': 'off',
    // A number stands as its owner wrote it; where a line breaks in it is a matter of style.
    'tel-non-breaking': 'off',
  },
};

let site: SampleSite;
beforeAll(async () => {
  site = await sampleSite();
}, 120_000);

describe('html-validate', () => {
  it('finds no fault in any page, and in no kind of page of another language', async () => {
    const validator = new HtmlValidate(new StaticConfigLoader(config));
    const faults: string[] = [];
    const [english, others] = [builtPages(site.out), onePageOfEachKind(site.out)].map((pages, index) =>
      pages.filter(({ language }) => (language === 'en') === (index === 0)),
    );
    for (const { file } of [...(english ?? []), ...(others ?? [])]) {
      const html = fs.readFileSync(path.join(site.out, file), 'utf8');
      const { results } = await validator.validateString(html, file);
      for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages))
        faults.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
    }
    expect(faults).toEqual([]);
  }, 180_000);
});

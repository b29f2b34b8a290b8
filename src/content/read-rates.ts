import fs from 'node:fs';
import { z } from 'zod';
import { campaignSizes } from './campaign.ts';
import type { ContentFault } from './fault.ts';
import { httpsAddress, text, textLike } from './fields.ts';
import { filesIn } from './folder.ts';
import { amountFrom, currencies, type Currency } from './money.ts';
import { ratedPages, type Rates } from './rates.ts';
import { readYaml } from './yaml-file.ts';

const knownCurrencies = Object.keys(currencies) as Currency[];

const fields = z.strictObject(
  {
    contact: text(254).pipe(z.email()).or(httpsAddress),
    currency: z.enum(knownCurrencies, { error: `is none of ${knownCurrencies.join(', ')}` }).default('USD'),
    weekly: z
      .array(
        z.strictObject({
          page: z.enum(ratedPages, { error: `is none of ${ratedPages.join(', ')}` }),
          size: z.enum(campaignSizes, { error: `is none of ${campaignSizes.join(', ')}` }),
          price: textLike(/^\d{1,6}(\.\d\d)?$/, 'write it as 120.00, without the currency'),
        }),
        { error: 'wants a list: a line for each, beginning with "-"' },
      )
      .min(1, 'is empty')
      .max(ratedPages.length * campaignSizes.length, 'says a page and a size twice'),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'wants lines such as "contact: …"' : undefined) },
);

const schema: z.ZodType<Omit<Rates, 'city'>> = fields.transform(({ contact, currency, weekly }, context) => {
  const priced = weekly.map(({ page, size, price }, index) => {
    const amount = amountFrom(price, currency);
    if (amount === null)
      context.addIssue({ code: 'custom', path: ['weekly', index, 'price'], message: 'write it as 120.00' });
    return { page, size, price: amount ?? { minor: 0, currency } };
  });
  return { contact, weekly: priced };
});

/** Reads `rates/` of a folder of content: a file for each city, named after it. */
export function readRates(folder: string): {
  readonly rates: readonly Rates[];
  readonly faults: readonly ContentFault[];
} {
  const rates: Rates[] = [];
  const faults: ContentFault[] = [];
  for (const { file, at } of filesIn(folder, 'rates')) {
    const city = /^rates\/([a-z0-9-]+)\.yaml$/.exec(file)?.[1];
    if (city === undefined) {
      faults.push({
        file,
        line: null,
        field: '',
        message: 'its name is not that of a city, such as sf.yaml',
      });
      continue;
    }
    const read = readYaml(file, fs.readFileSync(at, 'utf8'), schema);
    faults.push(...read.faults);
    if (read.value !== null) rates.push({ city, ...read.value });
  }
  return { rates, faults };
}

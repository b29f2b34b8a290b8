import { z } from 'zod';
import { weekdays } from '../schedule/week.ts';
import { campaignSizes, type Campaign } from './campaign.ts';
import { date, httpsAddress, languageCode, photoFile, slug, text, textLike } from './fields.ts';
import { amountFrom, currencies, type Currency } from './money.ts';

/** A sponsor's file as it is read: its picture still has the name that the sponsor gave it. */
export type CampaignDraft = Omit<Campaign, 'id' | 'image'> & {
  readonly image: { readonly file: string; readonly alt: string } | null;
};

const knownCurrencies = Object.keys(currencies) as Currency[];

const where = z
  .strictObject({
    city: slug,
    neighborhood: slug.nullable().default(null),
    food: slug.nullable().default(null),
    day: z.enum(weekdays, { error: 'is no day such as friday' }).nullable().default(null),
  })
  .refine(({ neighborhood, food, day }) => [neighborhood, food, day].filter(Boolean).length <= 1, {
    error: 'names one of neighborhood, food and day, or none for the home page',
  });

const fields = z.strictObject(
  {
    name: text(40),
    text: text(110),
    lang: languageCode.default('en'),
    link: httpsAddress,
    image: z
      .strictObject(
        { file: photoFile, alt: text(120).or(z.literal('')).default('') },
        { error: 'wants file and alt' },
      )
      .nullable()
      .default(null),
    where,
    from: date,
    to: date,
    size: z.enum(campaignSizes, { error: `is none of ${campaignSizes.join(', ')}` }),
    currency: z.enum(knownCurrencies, { error: `is none of ${knownCurrencies.join(', ')}` }).default('USD'),
    price: textLike(/^\d{1,6}(\.\d\d)?$/, 'write it as 120.00, without the currency')
      .nullable()
      .default(null),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'wants lines such as "size: card"' : undefined) },
);

/** What `content/sponsors/<id>.yaml` may say. A file without a price owes nothing. */
export const campaignSchema: z.ZodType<CampaignDraft> = fields.transform(
  ({ currency, price, ...rest }, context) => {
    if (rest.from > rest.to) context.addIssue({ code: 'custom', path: ['to'], message: 'is before from' });
    const amount = price === null ? null : amountFrom(price, currency);
    const isWrong = price !== null && (amount === null || amount.minor === 0);
    if (isWrong) context.addIssue({ code: 'custom', path: ['price'], message: 'write it as 120.00' });
    return { ...rest, price: amount };
  },
);

import { z } from 'zod';
import {
  closedDays,
  httpsAddress,
  languageCode,
  listOf,
  photoFile,
  slug,
  text,
  textLike,
  yesOrNo,
} from './fields.ts';
import { amountFrom, currencies, type Currency } from './money.ts';
import { accessibilities, type Owner } from './owner.ts';

/** An owner's file as it is read: its picture still has the name that the owner gave it. */
export type OwnerDraft = Omit<Owner, 'photo'> & {
  readonly photo: { readonly file: string; readonly alt: string } | null;
};

const knownCurrencies = Object.keys(currencies) as Currency[];
const phone = textLike(/^\+?[\d ().-]+$/, 'is no phone number such as +1 415 555 0123')
  .transform((value) => value.replaceAll(/[^+\d]/g, ''))
  .refine((value) => /^\+\d{8,15}$/.test(value), 'wants its country first: +1 415 555 0123');
const email = text(254)
  .pipe(z.email('is no e-mail address'))
  .transform((value) => value);

const item = z.strictObject({
  name: text(80),
  note: text(160).nullable().default(null),
  price: textLike(/^\d{1,6}(\.\d\d)?$/, 'write it as 9.50, without the currency'),
});

const fields = z.strictObject(
  {
    city: slug,
    truck: slug,
    permits: listOf(textLike(/^[\w-]{3,40}$/, 'is no number of a permit such as 26MFF-00038'), 40),
    formerly: listOf(slug, 20),
    lang: languageCode.default('en'),
    description: text(600).nullable().default(null),
    photo: z
      .strictObject({ file: photoFile, alt: text(200) }, { error: 'wants file and alt' })
      .nullable()
      .default(null),
    currency: z.enum(knownCurrencies, { error: `is none of ${knownCurrencies.join(', ')}` }).default('USD'),
    menu: listOf(item, 60),
    preorders: yesOrNo,
    order: httpsAddress.nullable().default(null),
    phone: phone.nullable().default(null),
    website: httpsAddress.nullable().default(null),
    social: listOf(httpsAddress, 6),
    languages: listOf(languageCode, 12),
    accessibility: listOf(
      z.enum(accessibilities, { error: `is none of ${accessibilities.join(', ')}` }),
      accessibilities.length,
    ),
    catering: email.nullable().default(null),
    closed: closedDays.default([]),
  },
  {
    error: (issue) =>
      issue.code === 'invalid_type' ? 'wants lines such as "truck: anzu-to-you"' : undefined,
  },
);

/** What `content/trucks/<slug>.yaml` may say. Prices are read in the file's currency, to the last digit. */
export const ownerSchema: z.ZodType<OwnerDraft> = fields.transform(({ currency, menu, ...rest }, context) => {
  const priced = menu.map(({ name, note, price }, index) => {
    const amount = amountFrom(price, currency);
    if (amount === null) {
      const wanted = currencies[currency] === 0 ? '950' : '9.50';
      context.addIssue({ code: 'custom', path: ['menu', index, 'price'], message: `write it as ${wanted}` });
    }
    return { name, note, price: amount ?? { minor: 0, currency } };
  });
  return { ...rest, menu: priced };
});

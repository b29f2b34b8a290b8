import { z } from 'zod';
import { daysIn, isDate, unitedRanges } from '../schedule/dates.ts';

// Kinds of fields that files of content share, each with its fault in plain words.

/** Controls but line ends and tabs, marks that turn the direction of what follows, and what stands for nothing. */
const unseen = /[[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]--[\n\t]]/v;

/** A text of a bounded length, trimmed; "is missing" when it is not there. */
export function text(longest: number) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'wants a single text') })
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .min(1, 'is empty: write something, or leave the line out')
        .max(longest, `is longer than ${longest} characters`)
        .refine((value) => !unseen.test(value), 'holds characters nobody can see'),
    );
}

/** A text that must look like something: `wanted` says like what. */
export function textLike(pattern: RegExp, wanted: string) {
  return text(200).refine((value) => pattern.test(value), wanted);
}

/** Part of an address of ours: "anzu-to-you". */
export const slug = textLike(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no part of an address such as anzu-to-you');

/** An address of the web, https only, as the URL standard writes it. */
export const httpsAddress = text(300).transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  if (isPlain && url.hostname.includes('.')) return url.href;
  context.addIssue({ code: 'custom', message: 'is no address that begins with https://' });
  return z.NEVER;
});

/** The name of a picture beside the files, in the folder `photos`. */
export const photoFile = textLike(
  /^[a-z0-9][a-z0-9-]*\.(jpe?g|png|webp)$/,
  'is no name of a picture such as anzu.jpg (small letters, digits and hyphens)',
);

/** A language's code, as short as it goes: "es", "zh-Hant". */
export const languageCode = text(35).transform((value, context) => {
  try {
    const [code] = Intl.getCanonicalLocales(value);
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(value);
    if (code !== undefined && name !== undefined) return code;
  } catch {
    // No code at all: told below.
  }
  context.addIssue({ code: 'custom', message: 'is no code of a language such as en, es or zh-Hant' });
  return z.NEVER;
});

/** A date of the calendar, "YYYY-MM-DD". */
export const date = text(10).refine(isDate, 'is no date such as 2026-12-24');

const mostDays = 366;

/** A single day, or the first and the last of several; in the end ranges in order, those that touch joined. */
export const closedDays = z
  .array(
    z.union(
      [
        date.transform((day) => ({ from: day, to: day })),
        z
          .strictObject({ from: date, to: date })
          .refine(({ from, to }) => from <= to, 'ends before it begins')
          .refine((range) => !(daysIn(range) > mostDays), `is longer than ${mostDays} days`),
      ],
      { error: unionFault },
    ),
    { error: 'wants a list: a line for each, beginning with "-"' },
  )
  .max(60, 'has more than 60 entries')
  .transform(unitedRanges);

function unionFault(issue: { readonly input?: unknown; readonly errors?: unknown }): string {
  const { input } = issue;
  if (typeof input === 'string') return 'is no date such as 2026-12-24';
  const words = JSON.stringify(issue.errors ?? '');
  if (words.includes('ends before')) return 'ends before it begins';
  if (words.includes('longer than')) return `is longer than ${mostDays} days`;
  return 'wants a day such as 2026-12-24, or from and to';
}

/** A list of at most so many, empty when the field is left out. */
export function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z
    .array(item, { error: 'wants a list: a line for each, beginning with "-"' })
    .max(most, `has more than ${most} entries`)
    .default([]);
}

/** "yes" or "no"; no when left out. */
export const yesOrNo = z
  .enum(['yes', 'no'], { error: 'wants yes or no' })
  .default('no')
  .transform((word) => word === 'yes');

import { digest } from '../digest.ts';

/** Something that needs a slug: the text readers know it by, and what tells it from all others of its kind. */
export interface Named {
  readonly text: string;
  readonly identity: string;
}

const longestSlug = 80;
/** What a text may use, so that a suffix still fits. */
const longestText = 64;
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** A text as ASCII letters, digits and single hyphens ("Bowl'd Açaí, LLC." → "bowld-acai-llc"); empty when nothing is left. */
export function slugFrom(text: string): string {
  const plain = foldLetters(text.slice(0, 4 * longestText).toLowerCase());
  const hyphened = plain.replace(/'+/g, '').replace(/[^a-z0-9]+/g, '-');
  return hyphened.slice(0, longestText).replace(/^-|-$/g, '');
}

/** Letters without their marks, and those that have none replaced by what they stand for. */
function foldLetters(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u2018\u2019\u02bc]+/gu, '')
    .replace(/[ßæœøđłıþð]/g, (letter) => letters[letter] ?? '');
}

/**
 * A slug for each identity, all different, at most 80 characters. Where several would share one, the identity that
 * comes first by code unit keeps it; the others add the beginning of their own digest, never a counter, so that no
 * slug depends on the order of the data and few on what else is there. Identities must differ.
 */
export function uniqueSlugs(named: readonly Named[]): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  const late: Named[] = [];
  const ordered = [...named].sort((a, b) => (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0));
  for (const one of ordered) {
    const slug = slugFrom(one.text);
    if (slug === '' || taken.has(slug)) late.push(one);
    else slugs.set(one.identity, slug);
    taken.add(slug);
  }
  for (const { text, identity } of late) {
    const slug = suffixedSlug(slugFrom(text), identity, taken);
    slugs.set(identity, slug);
    taken.add(slug);
  }
  return slugs;
}

function suffixedSlug(base: string, identity: string, taken: ReadonlySet<string>): string {
  for (let round = 0; ; round += 1) {
    const source = digest(round === 0 ? identity : `${identity}\n${round}`);
    const suffix = source
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 6);
    const slug = `${base === '' ? 'x' : base}-${suffix}`.slice(0, longestSlug);
    if (!taken.has(slug)) return slug;
  }
}

import { formatAmount } from '../content/money.ts';
import { photoRecipe } from '../content/photo-name.ts';
import type { Owner } from '../content/owner.ts';
import type { Words } from '../words/words.ts';
import { photoPath } from './urls.ts';

/** What a truck's page shows of its owner's words. */
export interface OwnerView {
  /** The language of the owner's own texts; null when it is that of the page. */
  readonly lang: string | null;
  readonly description: readonly string[];
  readonly photo: PhotoView | null;
  readonly menu: readonly DishView[];
  /** Ways to reach the owner: what is said, and where it leads, outside of the site. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  /** "Spoken here: Spanish, English", "Low counter". */
  readonly facts: readonly string[];
}

export interface PhotoView {
  /** Addresses in the site, with the width of each; the widest last. */
  readonly sizes: readonly { readonly path: string; readonly width: number }[];
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A dish. Where it can be paid ahead, `pay` leads to where. */
export interface DishView {
  readonly name: string;
  readonly note: string;
  readonly price: string;
  readonly pay: string | null;
}

/** Whether an owner's file says nothing but which truck, and perhaps when it is closed. */
export function saysNothing(owner: Owner): boolean {
  const { description, photo, menu, order, phone, website, social, languages, accessibility, catering } =
    owner;
  const lists = [menu, social, languages, accessibility];
  const single = [description, photo, order, phone, website, catering];
  return lists.every(({ length }) => length === 0) && single.every((one) => one === null);
}

/** An owner's part of a page. */
export function ownerView(owner: Owner, words: Words): OwnerView {
  const { city, photo } = owner;
  return {
    lang: owner.lang === words.language ? null : owner.lang,
    description: (owner.description ?? '').split(/\n+/).filter((line) => line !== ''),
    photo: photo && photoView(city, photo),
    menu: owner.menu.map(({ name, note, price, pay = null }) => {
      return { name, note: note ?? '', price: formatAmount(price), pay };
    }),
    links: linksOf(owner, words),
    facts: factsOf(owner, words),
  };
}

function photoView(city: string, { key, alt }: NonNullable<Owner['photo']>): PhotoView {
  const [across, down] = photoRecipe.ratio;
  const width = Math.max(...photoRecipe.widths);
  const widths = photoRecipe.widths.toSorted((a, b) => a - b);
  return {
    sizes: widths.map((one) => ({ path: photoPath(city, key, one), width: one })),
    width,
    height: (width * down) / across,
    alt,
  };
}

function linksOf({ order, phone, website, catering, social }: Owner, { owner }: Words): OwnerView['links'] {
  return [
    ...(order === null ? [] : [{ label: owner.order, href: order }]),
    ...(phone === null ? [] : [{ label: owner.call(phoneText(phone)), href: `tel:${phone}` }]),
    ...(website === null ? [] : [{ label: owner.website, href: website }]),
    ...(catering === null ? [] : [{ label: owner.catering, href: `mailto:${catering}` }]),
    ...social.map((href) => ({ label: new URL(href).hostname.replace(/^www\./, ''), href })),
  ];
}

/** Names of languages are those of Node's own tables, whose version counts in the digest of the code. */
function factsOf({ languages, accessibility }: Owner, { language, owner, comma }: Words): string[] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const spoken = languages.map((code) => names.of(code) ?? code);
  return [
    ...(spoken.length === 0 ? [] : [owner.spoken(spoken.join(comma))]),
    ...accessibility.map((one) => owner.accessibility[one]),
  ];
}

/** "+14155550123" → "(415) 555-0123"; numbers of other countries stay as they are. */
function phoneText(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
}

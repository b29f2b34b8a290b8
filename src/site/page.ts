import type { Digest } from '../digest.ts';
import { english } from '../words/en/index.ts';
import { segmentOf } from '../words/language.ts';
import type { Words } from '../words/words.ts';
import { siteLanguages } from './languages.ts';
import { viewKey, type Plain } from './view-key.ts';

/**
 * One page as `getStaticPaths` gives it. Its key is the digest of `seed`, the data that the view is made of; the view
 * itself is made when the page is rendered, which for most pages of most builds is never.
 */
export interface StaticPage<View> {
  readonly params: Readonly<Record<string, string | undefined>>;
  /** English unless asked in another language. */
  readonly props: { readonly view: (words?: Words) => View };
  readonly cacheKey: Digest;
}

/** A page whose view is a pure function of its seed and of words, which are code. A seed holds no word of ours. */
export function staticPage<Seed extends Plain, View>(
  params: Readonly<Record<string, string>>,
  seed: Seed,
  show: (seed: Seed, words: Words) => View,
): StaticPage<View> {
  return { params, props: { view: (words = english) => show(seed, words) }, cacheKey: viewKey(seed) };
}

/** The same pages in every language of the site. Seeds and keys are those of the pages given: they are made once. */
export function inEveryLanguage<View>(pages: readonly StaticPage<View>[]): StaticPage<View>[] {
  return siteLanguages().flatMap((language) => {
    const segment = segmentOf(language);
    return pages.map(({ params, props, cacheKey }) => {
      return { params: { language: segment, ...params }, props, cacheKey };
    });
  });
}

import type { Digest } from '../digest.ts';
import { viewKey, type Plain } from './view-key.ts';

/**
 * One page as `getStaticPaths` gives it. Its key is the digest of `seed`, the data that the view is made of; the view
 * itself is made when the page is rendered, which for most pages of most builds is never.
 */
export interface StaticPage<View> {
  readonly params: Readonly<Record<string, string>>;
  readonly props: { readonly view: () => View };
  readonly cacheKey: Digest;
}

/** A page whose view is a pure function of its seed and of nothing else. */
export function staticPage<Seed extends Plain, View>(
  params: Readonly<Record<string, string>>,
  seed: Seed,
  show: (seed: Seed) => View,
): StaticPage<View> {
  return { params, props: { view: () => show(seed) }, cacheKey: viewKey(seed) };
}

import { type FirstWords } from './en/first.ts';
import type { OfflineWords } from './en/offline.ts';
import type * as guide from './en/guide.ts';
import type { owner } from './en/owner.ts';
import type * as page from './en/page.ts';
import type { Language } from './language.ts';

/** Everything that pages say in one language. English is the catalogue: a language that lacks a word of it does not compile. */
export interface Words {
  readonly language: Language;
  readonly first: FirstWords;
  readonly times: typeof page.times;
  readonly frame: typeof page.frame;
  readonly home: typeof page.home;
  readonly hours: typeof page.hours;
  readonly stops: typeof page.stops;
  readonly finding: typeof page.finding;
  readonly owner: typeof owner;
  readonly changes: typeof guide.changes;
  readonly status: typeof guide.status;
  readonly about: typeof guide.about;
  readonly offline: OfflineWords;
  /** A kind of food by its English name. */
  readonly kind: (name: string) => string;
  /** What a term of the city's food texts, in small letters, is called; undefined where nobody has said so yet. */
  readonly term: (term: string) => string | undefined;
  /** Between the things of a list: ", ". */
  readonly comma: string;
  /** Between the last two. */
  readonly and: string;
}

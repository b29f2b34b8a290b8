import { termIn } from '../terms.ts';
import type { Words } from '../words.ts';
import { first } from './first.ts';
import * as guide from './guide.ts';
import { kinds } from './kinds.ts';
import { offline } from './offline.ts';
import { owner } from './owner.ts';
import * as page from './page.ts';

export const filipino: Words = {
  language: 'fil',
  first,
  ...page,
  ...guide,
  offline,
  owner,
  kind: (name) => kinds[name] ?? name,
  term: (term) => termIn('fil', term),
  comma: ', ',
  and: ' at ',
};

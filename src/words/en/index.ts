import type { Words } from '../words.ts';
import { first } from './first.ts';
import * as guide from './guide.ts';
import { offline } from './offline.ts';
import { owner } from './owner.ts';
import * as page from './page.ts';

export const english: Words = {
  language: 'en',
  first,
  offline,
  ...page,
  ...guide,
  owner,
  kind: (name) => name,
  term: () => undefined,
  comma: ', ',
  and: ' and ',
};

import { translated } from '../translated.ts';
import { first } from './first.ts';
import * as guide from './guide.ts';
import { kinds } from './kinds.ts';
import { offline } from './offline.ts';
import { owner } from './owner.ts';
import * as page from './page.ts';

export const vietnamese = translated({
  language: 'vi',
  first,
  ...page,
  ...guide,
  offline,
  owner,
  kinds,
  comma: ', ',
  and: ' và ',
});

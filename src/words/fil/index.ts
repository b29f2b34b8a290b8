import { translated } from '../translated.ts';
import { first } from './first.ts';
import * as guide from './guide.ts';
import { kinds } from './kinds.ts';
import { offline } from './offline.ts';
import { owner } from './owner.ts';
import * as page from './page.ts';

export const filipino = translated({
  language: 'fil',
  first,
  ...page,
  ...guide,
  offline,
  owner,
  kinds,
  comma: ', ',
  and: ' at ',
});

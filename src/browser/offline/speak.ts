import { english } from '../../words/en/index.ts';
import type { Words } from '../../words/words.ts';

/** What the page says, in its language; English where the words of that are not here. */
export function speak(): Words {
  return english;
}

import { termIn } from './terms.ts';
import type { Words } from './words.ts';

/** What a language other than English brings: all words, and the kinds of food by their English names. */
interface Translation extends Omit<Words, 'kind' | 'term'> {
  readonly kinds: Readonly<Record<string, string>>;
}

/** The words of a language, with food by its own table of kinds and by the glossary. */
export function translated({ kinds, ...words }: Translation): Words {
  return {
    ...words,
    kind: (name) => kinds[name] ?? name,
    term: (term) => termIn(words.language, term),
  };
}

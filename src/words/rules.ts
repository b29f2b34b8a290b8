/** Phrases with what they are in English, longer ones first, as rules for whole words. Written without accents and capitals. */
export function phraseRules(
  phrases: Readonly<Record<string, string>>,
): (readonly [pattern: RegExp, english: string])[] {
  return Object.entries(phrases)
    .map(([phrase, english]) => [plain(phrase), english] as const)
    .sort(([a], [b]) => b.length - a.length)
    .map(([phrase, english]) => {
      const pattern = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return [new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'), english] as const;
    });
}

/** The same for a script that puts no space between words: each phrase becomes a word of its own. */
export function unspacedRules(
  phrases: Readonly<Record<string, string>>,
): (readonly [pattern: RegExp, english: string])[] {
  return Object.entries(phrases)
    .sort(([a], [b]) => b.length - a.length)
    .map(([phrase, english]) => [new RegExp(phrase, 'gu'), ` ${english} `] as const);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** Kinds of food as phrases, each with its English name. */
export function kindPhrases(kinds: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(kinds).map(([english, own]) => [own, english]));
}

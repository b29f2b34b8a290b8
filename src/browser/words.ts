/** The words of a text as they are compared: "Café Señor's" → ["cafe", "senors"]; "6:30pm" stays one. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+(?::\d\d\w*)?|[&@]/gu) ?? [];
}

/** Slips that are forgiven in a word: none in short ones, where every slip is another word. */
function slipsAllowed(word: string): number {
  return word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;
}

/** How well a typed word fits one of ours: 3 the same, 2 its beginning, 1 but for slips or an "s", 0 not at all. */
export function fitOf(typed: string, word: string): number {
  if (typed === word) return 3;
  if (typed === `${word}s` || word === `${typed}s`) return 2.5;
  if (word.startsWith(typed)) return 2;
  const allowed = slipsAllowed(typed);
  if (allowed === 0 || typed[0] !== word[0]) return 0;
  if (Math.min(slipsBetween(typed, word), slipsBetween(typed, word.replace(/s$/, ''))) <= allowed) return 1;
  // A slip in a word that is not typed to its end.
  return word.length > typed.length && slipsBetween(typed, word.slice(0, typed.length)) <= allowed ? 0.5 : 0;
}

/** Letters to insert, leave out, replace or swap until one word is the other; quadratic, for short words. */
export function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      next.push(slips);
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}

/** How well typed words fit a name: 0 when one does not fit, else higher for better. */
export function fitOfAll(typed: readonly string[], name: readonly string[]): number {
  let sum = 0;
  for (const [index, one] of typed.entries()) {
    const fits = name.map((word, at) => fitOf(one, word) && fitOf(one, word) + (at === index ? 0.2 : 0));
    const best = Math.max(0, ...fits);
    if (best === 0) return 0;
    sum += best;
  }
  return typed.length === 0 ? 0 : sum / typed.length + (typed.length === name.length ? 0.3 : 0);
}

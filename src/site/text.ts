import { groupDigits } from '../words/days.ts';

export { groupDigits };

/** At most `length` characters of a text, cut between words, with "…" when something is left out. Never splits a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length + 1);
  const space = head.search(/\s\S*$/);
  const end = space > length / 2 ? space : length;
  return `${head.slice(0, end).replace(/[\uD800-\uDBFF]$|[\s,;:.&-]+$/, '')}…`;
}

/** A count with its noun: "1 truck", "61 trucks", "2,809 rows". */
export function countText(count: number, noun: string): string {
  return `${groupDigits(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Lengths at which the city's texts are cut in lists; pages about the thing itself show them whole. */
export const listLength = { name: 60, food: 90, note: 200 } as const;

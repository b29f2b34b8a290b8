/** One place in which two views differ: where, and the two values as JSON; "nothing" where there is none. */
export interface ViewDifference {
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

const longest = 120;

/** The first `limit` places in which two pieces of plain data differ, in their order. */
export function viewDifferences(before: unknown, after: unknown, limit: number): ViewDifference[] {
  const found: ViewDifference[] = [];
  compare({ before, after, at: '' });
  return found;

  function compare(pair: { before: unknown; after: unknown; at: string }): void {
    if (found.length >= limit || JSON.stringify(pair.before) === JSON.stringify(pair.after)) return;
    if (!isBranch(pair.before) || !isBranch(pair.after)) {
      found.push({ at: pair.at, before: textOf(pair.before), after: textOf(pair.after) });
      return;
    }
    for (const name of new Set([...Object.keys(pair.before), ...Object.keys(pair.after)])) {
      compare({
        before: pair.before[name],
        after: pair.after[name],
        at: pair.at === '' ? name : `${pair.at}.${name}`,
      });
    }
  }
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

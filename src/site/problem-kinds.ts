import type { Problem, ProblemCode } from '../schedule/problem.ts';
import type { Words } from '../words/words.ts';
import { cutText } from './text.ts';

/** The faults of one kind, for a bar and the list behind it. */
export interface ProblemKind {
  readonly code: ProblemCode;
  readonly words: string;
  readonly count: number;
  /** Against the commonest kind, 1 to 100. */
  readonly share: number;
  readonly listed: readonly StatusProblem[];
}

export interface StatusProblem {
  readonly row: string;
  readonly column: string;
  /** The city's own text, bounded. */
  readonly value: string;
  readonly message: string;
}

/** Rows listed on the page for each kind; beyond it the file of all problems says the rest. */
export const problemsListed = 1000;

/** Problems by kind, the commonest first; within a kind in the snapshot's order. */
export function problemKinds(problems: readonly Problem[], { status }: Words): ProblemKind[] {
  const groups = [...Map.groupBy(problems, ({ code }) => code)].sort(
    ([codeA, a], [codeB, b]) => b.length - a.length || (codeA < codeB ? -1 : 1),
  );
  const most = groups[0]?.[1].length ?? 1;
  return groups.map(([code, all]) => ({
    code,
    words: status.kinds[code],
    count: all.length,
    share: Math.ceil((all.length / most) * 100),
    listed: all.slice(0, problemsListed).map(({ row, column, value, message }) => {
      return { row: cutText(row, 120), column, value: cutText(value, 200), message: cutText(message, 300) };
    }),
  }));
}

/** Negative, zero or positive as `a` sorts before, with or after `b` by code unit: the order of everything that reaches a digest. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

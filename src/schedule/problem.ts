/** What can be wrong with a row. Codes are permanent: outside readers filter by them. */
export type ProblemCode =
  | 'column-missing'
  | 'row-malformed'
  | 'weekday-unknown'
  | 'weekday-disagrees'
  | 'hours-unreadable'
  | 'coordinates-missing'
  | 'coordinates-outside'
  | 'status-unknown'
  | 'key-repeated';

/**
 * A fault in one row, kept as a value: problems are listed and published, never thrown.
 * `row` is the entry key when the row has one, else its position in the canonical order ("#12").
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/**
 * What the secret holds, as scripts/tokens reads it. Other fields are somebody's and stay.
 * `{"primary": "…", "next": "…", "since": "2026-11-22T12:00:00.000Z", "salt": "…"}`
 */
export interface SecretValue {
  /** The city's token in use; empty until somebody puts one there. */
  readonly primary: string;
  /** The one that follows it. */
  readonly next?: string | null;
  /** Since when `primary` is in use. */
  readonly since?: string;
  /** Ours: readers are counted with it in the access log, so that those of two weeks cannot be joined. */
  readonly salt?: string;
}

export interface Moment {
  readonly now: Date;
  /** When the version in force was made: the youngest that its token can be, where nothing says so. */
  readonly createdAt: Date;
  /** A new random text. */
  readonly random: string;
}

/**
 * The value that follows: a new salt, and `next` moved up where there is one. The city has no way to be asked for a new
 * token, so without a `next` the token stays, and so does the day since when.
 */
export function nextValue(value: SecretValue, { now, createdAt, random }: Moment): SecretValue {
  const { next, ...rest } = value;
  const token = next?.trim() ?? '';
  if (token !== '') return { ...rest, primary: token, since: now.toISOString(), salt: random };
  if (rest.primary.trim() === '') return { ...rest, salt: random };
  return { ...rest, since: sinceOf(rest) ?? createdAt.toISOString(), salt: random };
}

/** Whole days since the token is in use; null when there is none, or nothing says so. */
export function ageDays(value: SecretValue, now: Date): number | null {
  const since = sinceOf(value);
  if (value.primary.trim() === '' || since === null) return null;
  return Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 86_400_000));
}

/** Reads the text of the secret. What it throws says nothing of it. */
export function valueFrom(text: string | undefined): SecretValue {
  const value = jsonFrom(text ?? '') as Partial<SecretValue> | null;
  const isText = (field: unknown) => (field ?? '') === '' || typeof field === 'string';
  if (typeof value?.primary !== 'string' || !isText(value.next) || !isText(value.since))
    throw new Error(
      'The secret does not hold {"primary": "TOKEN", "next": "TOKEN"}; "next" may be left out.',
    );
  return value as SecretValue;
}

function sinceOf({ since }: SecretValue): string | null {
  return since !== undefined && !Number.isNaN(Date.parse(since)) ? since : null;
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

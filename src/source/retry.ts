/** What came of one try that may be worth another. */
export interface Setback {
  /** Status of the answer; null when none came or its body was broken. */
  readonly status: number | null;
  readonly retryAfter: string | null;
}

const firstDelayMs = 1000;
const longestDelayMs = 60_000;
const workingDelayMs = 5000;

/** Whether an answer with this status may be better next time. Nothing else is asked twice: a 400 stays a 400. */
export function isWorthRetrying(status: number): boolean {
  return status === 429 || status === 202 || status === 408 || status >= 500;
}

/**
 * Milliseconds to wait after the given try (1-based): exponential with full jitter, so that clients that failed
 * together do not come back together; 5 s while the city is still working on the answer (202). `Retry-After`, seconds
 * or an HTTP date, goes before both. Never more than a minute.
 */
export function delayAfter(
  attempt: number,
  setback: Setback,
  { random, now }: { random: () => number; now: () => number },
): number {
  const asked = retryAfterMs(setback.retryAfter, now());
  if (asked !== null) return Math.min(asked, longestDelayMs);
  if (setback.status === 202) return workingDelayMs;
  return Math.round(random() * Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs));
}

function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}

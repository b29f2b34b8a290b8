import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.ts';

/** How a call is made again, and with what of the outside world. */
export interface RetryPolicy {
  readonly tries: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** Five tries within half a minute. */
export const patientRetries: RetryPolicy = {
  tries: 5,
  firstDelayMs: 250,
  longestDelayMs: 10_000,
  random: Math.random,
  sleep,
};

/** Makes the call again while it fails with `TARGET_UNAVAILABLE`, after exponential waits with full jitter; all else is thrown at once. */
export async function withRetries<T>(
  { tries, firstDelayMs, longestDelayMs, random, sleep }: RetryPolicy,
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const isWorthIt = error instanceof Failure && error.code === 'TARGET_UNAVAILABLE';
      if (!isWorthIt || attempt === tries) throw error;
      await sleep(random() * Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs));
    }
  }
}

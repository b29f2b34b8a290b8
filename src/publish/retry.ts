import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../failure.ts';

/** How a call is made again, and with what of the outside world. */
export interface RetryPolicy {
  readonly tries: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Ends early, without a fault, when the signal is given. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** Five tries within half a minute. */
export const patientRetries: RetryPolicy = {
  tries: 5,
  firstDelayMs: 250,
  longestDelayMs: 10_000,
  random: Math.random,
  sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(() => undefined),
};

/**
 * Makes the call again while it fails with `TARGET_UNAVAILABLE`, after exponential waits with full jitter; all else is
 * thrown at once. Begins no call once the signal was given, and throws its reason.
 */
export async function withRetries<T>(
  { tries, firstDelayMs, longestDelayMs, random, sleep }: RetryPolicy,
  signal: AbortSignal,
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      const isWorthIt = error instanceof Failure && error.code === 'TARGET_UNAVAILABLE';
      if (!isWorthIt || attempt === tries) throw error;
      await sleep(random() * Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs), signal);
    }
  }
}

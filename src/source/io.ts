import { setTimeout } from 'node:timers/promises';
import { sendOverNetwork, type Send } from './http.ts';

/** What happens on the way of a pull and is worth a line; the command has the words. `what` is "page 1 of the schedule". */
export type Note =
  | {
      readonly kind: 'answered';
      readonly what: string;
      readonly status: number;
      readonly requestId: string | null;
      readonly tookMs: number;
      readonly sizeChars: number;
    }
  | {
      readonly kind: 'retrying';
      readonly what: string;
      readonly why: string;
      readonly waitMs: number;
      readonly attempt: number;
    }
  /** The first answer with this token, by name. */
  | { readonly kind: 'token-taken'; readonly token: string }
  | { readonly kind: 'token-refused'; readonly token: string; readonly why: string }
  | { readonly kind: 'stale'; readonly what: string; readonly final: boolean }
  | { readonly kind: 'doubted'; readonly what: string; readonly why: string; readonly waitMs: number }
  | { readonly kind: 'state-lost'; readonly what: string }
  /** Shapes of the map that the city did not give: those that were there stay. */
  | { readonly kind: 'map-kept'; readonly what: string; readonly why: string }
  | { readonly kind: 'accepted'; readonly reasons: readonly string[] };

/** Everything of the outside world that a pull touches besides the disk. */
export interface PullIo {
  readonly send: Send;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
  readonly note: (note: Note) => void;
}

/** The network and the clock; notes go nowhere. */
export const realIo: PullIo = {
  send: sendOverNetwork,
  now: Date.now,
  sleep: (ms) => setTimeout(ms),
  random: Math.random,
  note: () => undefined,
};

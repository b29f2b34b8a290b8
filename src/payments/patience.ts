import { Failure } from '../failure.ts';

/** How a request to the account ended badly. */
export type FaultKind =
  /** Too many at once: nothing was done. */
  | 'busy'
  /** The other side broke down, maybe after having done it, and remembers that answer for the key. */
  | 'broken'
  /** A breakdown that it remembers from an earlier run. */
  | 'replayed'
  /** No answer came: it may have been done. The same key gets the answer. */
  | 'cut'
  /** The answer is no. */
  | 'refused';

/** A failure of the account, with how it ended, which decides about another try. */
export class AccountFault extends Failure {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, code: string, words: { message: string; hint: string }) {
    super(code, words.message, { hint: words.hint });
    this.kind = kind;
  }
}

/** Tries of one request, the first included; then one, two, four seconds of waiting. */
const tries = 4;
/** Idempotency keys of one creation that may be used up in a day: a run each hour, with all its tries. */
const keysTried = 24 * tries;

/** What waiting is. Tests do not. */
export type Sleep = (ms: number) => Promise<void>;

/** Asks again for what only reads, or what may be done twice. */
export async function askPatiently<Value>(ask: () => Promise<Value>, sleep: Sleep): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      await waitOrThrow(error, attempt, sleep);
    }
  }
}

/** A creation that may break at any point. */
export interface Creation<Value> {
  /** Does it under an idempotency key that ends with this number. */
  readonly make: (keyNumber: number) => Promise<Value>;
  /** Looks whether it is there. */
  readonly find: () => Promise<Value | null>;
}

/**
 * Creates one thing once. After a busy answer or none, the same key is safe: the other side does it or gives the answer
 * it gave. After a breakdown that key gives the breakdown for a day, done or not: so it is looked for, and only when it
 * is not there tried under another key. Breakdowns of earlier runs are not waited for and are no tries of this one.
 */
export async function createOnce<Value>({ make, find }: Creation<Value>, sleep: Sleep): Promise<Value> {
  let attempt = 0;
  for (let keyNumber = 0; keyNumber < keysTried;) {
    try {
      return await make(keyNumber);
    } catch (error) {
      const isReplayed = kindOf(error) === 'replayed';
      if (!isReplayed) await waitOrThrow(error, attempt++, sleep);
      if (!isReplayed && kindOf(error) !== 'broken') continue;
      const found = await find();
      if (found !== null) return found;
      keyNumber++;
    }
  }
  throw new AccountFault('refused', 'PAYMENTS_BROKEN', {
    message: `Stripe broke down ${keysTried} times in a day over one and the same request.`,
    hint: 'See status.stripe.com; a day later the run begins anew.',
  });
}

function kindOf(error: unknown): FaultKind | null {
  return error instanceof AccountFault ? error.kind : null;
}

async function waitOrThrow(error: unknown, attempt: number, sleep: Sleep): Promise<void> {
  const kind = kindOf(error);
  if (kind === null || kind === 'refused' || attempt + 1 >= tries) throw error;
  await sleep(1000 * 2 ** attempt);
}

import { Failure } from '../failure.ts';
import { brokenBody, isStale, parseJson, readError, refusalOf } from './answer.ts';
import type { SodaRequest } from './drivers.ts';
import { Unanswered, type HttpAnswer } from './http.ts';
import type { PullIo } from './io.ts';
import { delayAfter, isWorthRetrying, type Setback } from './retry.ts';
import { createSender, type Sender } from './sender.ts';
import type { SodaSettings } from './settings.ts';

/** One thing to ask the city. */
export interface Question<Value> {
  /** For logs and messages: "page 1 of the schedule". */
  readonly what: string;
  readonly request: SodaRequest;
  /** ETag of the answer already here, if any. */
  readonly etag?: string | null;
  /** The value in the body's JSON, or null when it has another shape. */
  readonly read: (json: unknown) => Value | null;
  /** Fewer tries than the settings give, for what a pull can do without. */
  readonly tries?: number;
}

/** What the city answered. */
export interface Reply<Value> {
  /** Null when the answer is the one already here (304). */
  readonly value: Value | null;
  readonly etag: string | null;
  /** True when the replica that answered says that it is behind. */
  readonly stale: boolean;
}

/** Asks a city one thing at a time. */
export interface Client {
  /** Fails with `city-unreachable`, `city-unavailable` or `city-unreadable` after the last try; at once when trying again cannot help. */
  readonly ask: <Value>(question: Question<Value>) => Promise<Reply<Value>>;
  /** Requests sent so far, tries included. */
  readonly requestCount: () => number;
}

type MissCode = 'city-unreachable' | 'city-unavailable' | 'city-unreadable';

/** Why a try failed, and what the failure is called should it be the last. */
interface Miss extends Setback {
  readonly code: MissCode;
  readonly why: string;
  readonly cause?: unknown;
}

const missWords: Readonly<Record<MissCode, string>> = {
  'city-unreachable': 'cannot be reached for',
  'city-unavailable': 'does not serve',
  'city-unreadable': 'sends no whole answer for',
};

/** Whether a pull failed because the city could not be reached or gave no whole answer: what is here is older, not wrong. */
export function couldNotReachCity(error: unknown): boolean {
  return error instanceof Failure && error.code in missWords;
}

/** A client for one origin, with the pace, the tokens and the tries of the settings. */
export function createClient(settings: SodaSettings, io: PullIo): Client {
  const sender = createSender(settings, io);
  return {
    requestCount: sender.requestCount,
    ask: async (question) => {
      for (let attempt = 1; ; attempt++) {
        const result = await tryOnce(sender, question);
        if (!('why' in result)) return result;
        if (attempt >= (question.tries ?? settings.tries))
          throw missFailure(settings.origin, question.what, result);
        const waitMs = delayAfter(attempt, result, io);
        io.note({ kind: 'retrying', what: question.what, why: result.why, waitMs, attempt });
        await io.sleep(waitMs);
      }
    },
  };
}

async function tryOnce<Value>(sender: Sender, question: Question<Value>): Promise<Reply<Value> | Miss> {
  const { what, request, etag = null } = question;
  try {
    return judge(await sender.send({ what, request, etag }), question);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { code: 'city-unreachable', why: error.message, status: null, retryAfter: null, cause: error };
  }
}

function judge<Value>(answer: HttpAnswer, { what, etag, read }: Question<Value>): Reply<Value> | Miss {
  const { status, text, headers } = answer;
  const retryAfter = headers['retry-after'] ?? null;
  if (isWorthRetrying(status)) {
    const message = readError(text)?.message;
    return {
      code: 'city-unavailable',
      why: message ? `${status}, ${message}` : `${status}`,
      status,
      retryAfter,
    };
  }
  if (status === 304 && etag) return { value: null, etag, stale: false };
  if (status >= 400) throw refusalOf(answer, what);
  if (status !== 200)
    return { code: 'city-unreadable', why: `an unexpected ${status}`, status: null, retryAfter };
  const json = parseJson(text);
  const value = json === undefined ? null : read(json);
  if (value === null) return { code: 'city-unreadable', why: brokenBody(text), status: null, retryAfter };
  return { value, etag: headers['etag'] ?? null, stale: isStale(answer) };
}

function missFailure(origin: string, what: string, { code, why, cause }: Miss): Failure {
  return new Failure(code, `${origin} ${missWords[code]} ${what}: ${why}.`, {
    hint: 'The last good snapshot stays. Try again later.',
    cause,
  });
}

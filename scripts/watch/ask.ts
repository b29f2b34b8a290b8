import { setTimeout } from 'node:timers/promises';

/** Everything of the outside world that the watch touches. */
export interface WatchIo {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** The network and the clock. */
export const realIo: WatchIo = { fetch, now: Date.now, sleep: (ms) => setTimeout(ms) };

/** One answer, whole. Status 0 when none came; then `fault` says why. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly fault: string;
  readonly tookMs: number;
}

const tries = 3;
const waitMs = 5000;
const timeoutMs = 20_000;

/** Asks for an address, three times at most: one lost packet is no alarm. Redirects are answers, not followed. */
export async function ask({ url }: { readonly url: string }, io: WatchIo): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await askOnce(url, io);
    const mayPass = answer.status === 0 || answer.status === 429 || answer.status >= 500;
    if (!mayPass || attempt >= tries) return answer;
    await io.sleep(waitMs);
  }
}

async function askOnce(url: string, io: WatchIo): Promise<Answer> {
  const started = io.now();
  try {
    const response = await io.fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    const { status, headers } = response;
    return { url, status, headers, text, fault: '', tookMs: io.now() - started };
  } catch (error) {
    const fault = reasonOf(error);
    return { url, status: 0, headers: new Headers(), text: '', fault, tookMs: io.now() - started };
  }
}

/** fetch says only "fetch failed"; its cause has the system's code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return (cause as NodeJS.ErrnoException).code ?? cause.message;
  return error.name === 'TimeoutError' ? `nothing within ${timeoutMs / 1000} s` : error.message;
}

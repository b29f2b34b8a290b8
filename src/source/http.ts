import nodeFetch, { AbortError, FetchError } from 'node-fetch';
import { Failure } from '../failure.ts';

/** One request, whole. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

/** One answer, whole: the body is read as text before anyone decides what it is. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Sends a request. Fails with `Unanswered` when no whole answer came, and with a `Failure` when it must not be sent. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

/** No whole answer came: no such host, no connection, the time ran out, or the body broke off. Worth another try. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

const redirectsFollowed = 3;
/** No table is near this; a body that is will not fill the memory. */
const bodyLimitBytes = 400 * 1024 * 1024;

/** Sends over the network. Only https leaves this machine, and a redirect is followed only within its host. */
export const sendOverNetwork: Send = async (request) => {
  // One limit for the whole exchange, redirects and body included: a body that trickles must end too.
  const signal = AbortSignal.timeout(request.timeoutMs);
  let url = checkedUrl(request.url);
  for (let hop = 0; hop <= redirectsFollowed; hop++) {
    const answer = await exchange({ ...request, url: url.href }, signal);
    const target = redirectTarget(answer, url);
    if (target === null) return answer;
    if (target.host !== url.host || target.protocol !== url.protocol || request.method !== 'GET') {
      throw new Failure('redirect-refused', `${url.origin} answers with a redirect to ${target.origin}.`, {
        hint: 'If the city moved, change its domain in src/source/cities.ts; otherwise something between here and there answers for it.',
      });
    }
    url = target;
  }
  throw new Failure('redirect-refused', `${url.origin} redirects in a circle.`, { hint: 'Try again later.' });
};

async function exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  try {
    const response = await nodeFetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      redirect: 'manual',
      size: bodyLimitBytes,
      signal,
    });
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    if (error instanceof AbortError)
      throw new Unanswered(`no whole answer within ${request.timeoutMs / 1000} s`);
    if (error instanceof FetchError) throw new Unanswered(reasonOf(error), { cause: error });
    const code = (error as NodeJS.ErrnoException).code; // a body that breaks off rejects with the stream's own error
    if (code !== undefined && !(error instanceof TypeError)) throw new Unanswered(code, { cause: error });
    throw error;
  }
}

/** node-fetch's messages hold the whole URL; the system's code says more in less. */
function reasonOf(error: FetchError): string {
  return error.code ?? error.message.replace(/^.*reason: /, '');
}

function redirectTarget(answer: HttpAnswer, from: URL): URL | null {
  const location = answer.headers['location'];
  const redirects = answer.status >= 300 && answer.status < 400 && answer.status !== 304;
  return redirects && location !== undefined && URL.canParse(location, from.href)
    ? new URL(location, from)
    : null;
}

function checkedUrl(text: string): URL {
  const url = new URL(text);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new Failure('origin-insecure', `${url.origin} is not reached over https.`, {
    hint: 'Use an https origin; http is only for a server on this machine.',
  });
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

import { readError } from './answer.ts';
import type { SodaRequest } from './drivers.ts';
import type { HttpAnswer } from './http.ts';
import type { PullIo } from './io.ts';
import type { SodaSettings, Token } from './settings.ts';

/** A request with what it is called in logs, and the ETag of the answer already here. */
export interface Letter {
  readonly what: string;
  readonly request: SodaRequest;
  readonly etag: string | null;
}

/** Sends to one origin, no faster than agreed, with the token the city takes. */
export interface Sender {
  /** One try. A token the city refuses is put aside for good, and the try goes on with the next one, at last with none. */
  readonly send: (letter: Letter) => Promise<HttpAnswer>;
  readonly requestCount: () => number;
}

/** A sender for one origin. Callers send one thing at a time: the city counts concurrent queries. */
export function createSender(settings: SodaSettings, io: PullIo): Sender {
  let requests = 0;
  let nextStart = 0;
  let refusedTokens = 0;
  let taken: Token | undefined;

  async function keepPace(): Promise<void> {
    const waitMs = nextStart - io.now();
    if (waitMs > 0) await io.sleep(waitMs);
    nextStart = Math.max(io.now(), nextStart) + 1000 / settings.requestsPerSecond;
  }

  async function sendWith(token: Token | undefined, { what, request, etag }: Letter): Promise<HttpAnswer> {
    const { method, url, body } = request;
    const headers = headersFor(request, etag, token);
    const started = io.now();
    requests += 1;
    const sent = {
      method,
      url,
      headers,
      timeoutMs: settings.timeoutMs,
      ...(body === undefined ? {} : { body }),
    };
    const answer = await io.send(sent);
    const requestId = answer.headers['x-socrata-requestid'] ?? null;
    const [tookMs, sizeChars] = [io.now() - started, answer.text.length];
    io.note({ kind: 'answered', what, status: answer.status, requestId, tookMs, sizeChars });
    return answer.status < 400 ? answer : { ...answer, text: withoutTokens(answer.text, settings.tokens) };
  }

  async function send(letter: Letter): Promise<HttpAnswer> {
    for (;;) {
      await keepPace();
      const token = settings.tokens[refusedTokens];
      const answer = await sendWith(token, letter);
      if (token !== taken && token !== undefined && answer.status < 400) {
        taken = token;
        io.note({ kind: 'token-taken', token: token.name });
      }
      if (answer.status !== 403 || token === undefined) return answer;
      refusedTokens += 1;
      const why = readError(answer.text)?.message ?? 'no reason given';
      io.note({ kind: 'token-refused', token: token.name, why });
    }
  }

  return { send, requestCount: () => requests };
}

function headersFor(
  request: SodaRequest,
  etag: string | null,
  token: Token | undefined,
): Record<string, string> {
  return {
    Accept: 'application/json',
    'User-Agent': 'Curbside (static food-truck schedule)',
    ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(etag !== null && request.conditional ? { 'If-None-Match': etag } : {}),
    ...(token === undefined ? {} : { 'X-App-Token': token.value }),
  };
}

/** An error can repeat the request's headers; a token must reach no log. */
function withoutTokens(text: string, tokens: readonly Token[]): string {
  return tokens.reduce((clean, { value }) => clean.replaceAll(value, '(token)'), text);
}

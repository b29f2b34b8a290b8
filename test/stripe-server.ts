import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { formAt, parseForm, textAt, type Form } from './stripe-form.ts';
import { invalid, Refusal, StripeObjects, type StripeObject } from './stripe-objects.ts';

/** What goes wrong with the next request to a path: `when` is "POST /v1/prices"; with `done` the work is done all the same. */
export interface Mishap {
  readonly when: string;
  readonly how: 429 | 500 | 'cut';
  readonly done?: boolean;
}

/** Rights of a restricted key, by the thing they are for. */
type Rights = Record<'prices' | 'payment_links' | 'checkout_sessions', 'none' | 'read' | 'write'>;

/** A part of Stripe's API on this machine: prices, payment links, sessions, with paging, idempotency keys and restricted keys. */
export interface StripeServer {
  readonly origin: string;
  readonly objects: StripeObjects;
  readonly mishaps: Mishap[];
  /** By key: none other is taken. */
  readonly keys: Map<string, Rights>;
  /** "POST /v1/prices", in order, with its headers. */
  readonly asked: { readonly what: string; readonly headers: http.IncomingHttpHeaders }[];
  /** Milliseconds since 1970: the server's clock, which tests set. */
  now: number;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Given before, for the same key. */
  readonly isReplayed?: boolean;
}

interface Remembered extends Answer {
  readonly parameters: string;
  readonly at: number;
}

/** How long an idempotency key is remembered. */
const keyLifeMs = 24 * 3_600_000;

/** What this project's key may do, as the runbook says it. */
export const ourRights: Rights = { prices: 'write', payment_links: 'write', checkout_sessions: 'read' };

/** Starts an empty account on a free port of the loopback address. */
export async function startStripe(): Promise<StripeServer> {
  const remembered = new Map<string, Remembered>();
  const server = http.createServer((request, response) => {
    void readBody(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const what = `${request.method} ${url.pathname}`;
      stripe.asked.push({ what, headers: request.headers });
      const index = stripe.mishaps.findIndex(({ when }) => when === what);
      const mishap = index < 0 ? null : stripe.mishaps.splice(index, 1)[0]!;
      const form = request.method === 'GET' ? parseForm(url.search) : parseForm(text);
      const answer = answerTo({ what, form, text, headers: request.headers }, mishap);
      if (mishap?.how === 'cut') return request.socket.destroy();
      const replayed = answer.isReplayed === true ? { 'idempotent-replayed': 'true' } : {};
      const headers = { 'content-type': 'application/json', 'request-id': 'req_1', ...replayed };
      response.writeHead(answer.status, headers);
      return response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stripe: StripeServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects: new StripeObjects(() => stripe.now),
    mishaps: [],
    keys: new Map([['rk_test_ours', ourRights]]),
    asked: [],
    now: Date.UTC(2026, 10, 1),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  interface Asked {
    readonly what: string;
    readonly form: Form;
    readonly text: string;
    readonly headers: http.IncomingHttpHeaders;
  }

  /** Keys are looked at before anything is done, and what came of it is kept under them: a breakdown too, but no 429. */
  function answerTo(asked: Asked, mishap: Mishap | null): Answer {
    const { what, text, headers } = asked;
    if (mishap?.how === 429) return failed(new Refusal(429, 'invalid_request_error', 'Too many requests'));
    const key = headers['idempotency-key'];
    const parameters = `${what}?${text}`;
    const known = typeof key === 'string' ? remembered.get(key) : undefined;
    if (known !== undefined && stripe.now - known.at < keyLifeMs) {
      if (known.parameters === parameters) return { ...known, isReplayed: true };
      return failed(
        new Refusal(
          400,
          'idempotency_error',
          'Keys for idempotent requests can only be used with the same parameters.',
        ),
      );
    }
    const isDone = mishap === null || mishap.done === true;
    if (!isDone && mishap.how === 'cut') return failed(new Refusal(503, 'api_error', 'never sent'));
    const work = isDone ? done(stripe, asked) : null;
    const answer =
      work === null || mishap?.how === 500 ? failed(new Refusal(500, 'api_error', 'Something broke')) : work;
    if (typeof key === 'string') remembered.set(key, { ...answer, parameters, at: stripe.now });
    return answer;
  }
  return stripe;
}

function done(
  stripe: StripeServer,
  { what, form, headers }: { what: string; form: Form; headers: http.IncomingHttpHeaders },
): Answer {
  try {
    checkRights(stripe, what, headers.authorization ?? '');
    return { status: 200, body: act(stripe.objects, what, form) };
  } catch (error) {
    if (error instanceof Refusal) return failed(error);
    throw error;
  }
}

function checkRights({ keys }: StripeServer, what: string, authorization: string): void {
  const key = authorization.replace(/^Bearer /, '');
  const rights = keys.get(key);
  if (rights === undefined)
    throw new Refusal(401, 'invalid_request_error', `Invalid API Key provided: ${key}`);
  const thing = what.includes('/checkout/') ? 'checkout_sessions' : (what.split('/')[2] as keyof Rights);
  const isEnough = rights[thing] === 'write' || (rights[thing] === 'read' && what.startsWith('GET'));
  if (!isEnough)
    throw new Refusal(
      403,
      'invalid_request_error',
      `The provided key ${key} does not have the required permissions.`,
    );
}

function act(objects: StripeObjects, what: string, form: Form): unknown {
  if (what === 'POST /v1/prices') return objects.createPrice(form);
  if (what === 'POST /v1/payment_links') return objects.createLink(form);
  const [, id] = /^POST \/v1\/(?:prices|payment_links)\/(\w+)$/.exec(what) ?? [];
  if (id !== undefined) return objects.update(id, form);
  if (what === 'GET /v1/prices') {
    const keys = Object.values(formAt(form, 'lookup_keys'));
    if (keys.length > 10) throw invalid('At most ten lookup keys');
    return page(
      objects.of('price').filter((one) => keys.includes(one['lookup_key'] as string)),
      form,
    );
  }
  if (what === 'GET /v1/payment_links') return page(objects.of('payment_link'), form);
  if (what === 'GET /v1/checkout/sessions') {
    const since = Number(textAt(formAt(form, 'created'), 'gte') ?? 0);
    const status = textAt(form, 'status');
    const found = objects
      .of('checkout.session')
      .filter((one) => one.created >= since && one['status'] === status);
    return page(found, form);
  }
  throw new Refusal(404, 'invalid_request_error', `Unrecognized request URL (${what})`);
}

/** One page of a list, the newest first; at most three on one, so that every test pages. */
function page(all: readonly StripeObject[], form: Form): unknown {
  const newest = all.toReversed();
  const after = textAt(form, 'starting_after');
  const start = after === null ? 0 : newest.findIndex(({ id }) => id === after) + 1;
  const size = Math.min(3, Number(textAt(form, 'limit') ?? 10));
  return {
    object: 'list',
    url: '/v1',
    data: newest.slice(start, start + size),
    has_more: newest.length > start + size,
  };
}

function failed({ status, type, message }: Refusal): Answer {
  return { status, body: { error: { type, message } } };
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

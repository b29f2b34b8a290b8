import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { secretSource } from '../scripts/tokens/secrets-manager.ts';
import { couldNotReachStore, environmentSource, type TokenSource } from '../scripts/tokens/token-source.ts';
import type { Failure } from '../src/failure.ts';
import type { Token } from '../src/source/settings.ts';
import { startSecretServer, type SecretServer } from './fake-secrets.ts';

const id = 'curbside/city-tokens';
let store: SecretServer;

beforeEach(async () => {
  store = await startSecretServer();
  for (const [name, value] of Object.entries(store.env)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await store.close();
});

/** A source that holds these two, and what it calls them. */
interface Kind {
  readonly names: readonly [string, string];
  readonly with: (primary: string, next: string) => TokenSource;
}

const kinds: Record<string, Kind> = {
  'the environment': {
    names: ['SOCRATA_APP_TOKEN', 'SOCRATA_APP_TOKEN_NEXT'],
    with: (primary, next) =>
      environmentSource({ SOCRATA_APP_TOKEN: primary, SOCRATA_APP_TOKEN_NEXT: next, OTHER: 'other' }),
  },
  'the store': {
    names: ['primary of SOCRATA_SECRET_ID', 'next of SOCRATA_SECRET_ID'],
    with: (primary, next) => {
      store.secrets.set(id, JSON.stringify({ next, primary, note: 'not ours' }));
      return secretSource(id);
    },
  },
};

describe.each(Object.entries(kinds))('tokens from %s', (_, { names: [primary, next], with: sourceOf }) => {
  it('come in the order in which they are tried, trimmed', async () => {
    const tokens: readonly Token[] = await sourceOf(' first\n', 'second')();
    expect(tokens).toEqual([
      { name: primary, value: 'first' },
      { name: next, value: 'second' },
    ]);
  });

  it('are one when there is no next one', async () => {
    expect(await sourceOf('first', ' ')()).toEqual([{ name: primary, value: 'first' }]);
  });

  it('are refused by name when no header can hold them', async () => {
    const fault = await Promise.resolve()
      .then(() => sourceOf('first', 'sec ret')())
      .catch((error: unknown) => error);
    expect(String(fault)).toContain(`${next} holds characters that no token has.`);
    expect(String(fault)).not.toContain('sec');
  });
});

/** The failure of a reading, with all that anybody could print of it. */
async function faultOf(secretId = id): Promise<{ failure: Failure; text: string }> {
  const failure = await secretSource(secretId)().then(
    () => expect.unreachable('the tokens could be read'),
    (error: unknown) => error as Failure,
  );
  return { failure, text: [failure.message, failure.hint, failure.stack, String(failure.cause)].join('\n') };
}

describe('a secret', () => {
  it('is asked for once, as the store’s reference has it', async () => {
    store.secrets.set(id, '{"primary": "first"}');
    await secretSource(id)();
    expect(store.received).toEqual([
      {
        method: 'POST',
        target: 'secretsmanager.GetSecretValue',
        type: 'application/x-amz-json-1.1',
        key: 'fake',
        scope: 'eu-west-1/secretsmanager',
        body: { SecretId: id },
      },
    ]);
  });

  it('is asked for again when the store is busy', async () => {
    store.secrets.set(id, '{"primary": "first"}');
    store.mishaps.push({ status: 400, type: 'ThrottlingException', message: 'Rate exceeded' }, 'hang-up');
    expect(await secretSource(id)()).toMatchObject([{ value: 'first' }]);
    expect(store.received).toHaveLength(3);
  });

  it.each([
    ['no JSON', 'first-secret'],
    ['half of it', '{"primary": "first-secret'],
    ['a list', '["first-secret"]'],
    ['a token for a name', '{"first-secret": "first-secret"}'],
    ['a number', '{"primary": 7, "next": "first-secret"}'],
    ['an empty primary', '{"primary": " ", "next": "first-secret"}'],
    ['bytes', null],
  ])('that holds %s is refused without a word of it', async (_, text) => {
    store.secrets.set(id, text);
    const { failure, text: shown } = await faultOf();
    expect(failure).toMatchObject({ code: 'SECRET_SHAPE', message: expect.stringContaining(id) as string });
    expect(shown).not.toContain('first-secret');
  });

  it.each([
    ['ResourceNotFoundException', 'SECRET_MISSING', 'AWS_REGION'],
    ['AccessDeniedException', 'SECRET_DENIED', 'secretsmanager:GetSecretValue'],
    ['DecryptionFailure', 'SECRET_DENIED', 'kms:Decrypt'],
    ['UnrecognizedClientException', 'SECRET_CREDENTIALS', 'AWS_ACCESS_KEY_ID'],
    ['ExpiredTokenException', 'SECRET_CREDENTIALS', 'AWS_SESSION_TOKEN'],
    ['InvalidRequestException', 'SECRET_REFUSED', 'deletion'],
    ['ThrottlingException', 'SECRET_UNAVAILABLE', 'later'],
  ])('that the store answers with %s fails with %s', async (type, code, hint) => {
    const answer = { status: 400, type, message: 'as scripted' };
    store.mishaps.push(answer, answer, answer, answer);
    const { failure } = await faultOf();
    expect(failure).toMatchObject({
      code,
      message: `The secret ${id} cannot be read: ${type}: as scripted`,
      hint: expect.stringContaining(hint) as string,
    });
    expect(couldNotReachStore(failure)).toBe(code === 'SECRET_UNAVAILABLE');
  });

  it('that is not there is named, with where to look', async () => {
    expect((await faultOf('other')).failure).toMatchObject({
      code: 'SECRET_MISSING',
      message: expect.stringContaining('The secret other cannot be read') as string,
    });
  });

  it.each(['cut', 'not-json'] as const)('whose answer is %s does not get into the failure', async (what) => {
    store.secrets.set(id, 'first-secret');
    store.mishaps.push(what, what, what, what);
    const { failure, text } = await faultOf();
    expect(failure).toMatchObject({
      code: 'SECRET_UNAVAILABLE',
      message: `The secret ${id} cannot be read: SyntaxError`,
    });
    expect(text).not.toContain('secret"');
    expect(text).not.toContain('first');
  });

  it('of a store that is not there fails as unavailable', async () => {
    await store.close();
    const { failure } = await faultOf();
    expect(failure.message).toContain('ECONNREFUSED');
    expect(couldNotReachStore(failure)).toBe(true);
  });

  it.each([
    ['without a region', undefined],
    ['with an empty region', ''],
  ])('%s fails with what to set', async (_, region) => {
    vi.stubEnv('AWS_REGION', region);
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
    expect((await faultOf()).failure).toMatchObject({ code: 'SECRET_REGION' });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCloudWatchServer, type CloudWatchServer } from '../../test/fake-cloudwatch.ts';
import { startFakeCity, type FakeCity } from '../test/fake-city.ts';
import { startFakeSecret, type FakeSecret } from '../test/fake-secrets.ts';
import { handler } from './handler.ts';
import type { SecretValue } from './value.ts';

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
const dayMs = 86_400_000;
const longAgo = new Date(Date.now() - 200 * dayMs);

let secret: FakeSecret;
let city: FakeCity;
let metrics: CloudWatchServer;

async function start(value: object | string | null): Promise<void> {
  const text = value === null || typeof value === 'string' ? value : JSON.stringify(value);
  secret = await startFakeSecret(text, longAgo);
  for (const [name, one] of Object.entries({ ...metrics.env, ...secret.env })) vi.stubEnv(name, one);
}

beforeEach(async () => {
  metrics = await startCloudWatchServer();
  city = await startFakeCity();
  vi.stubEnv('CITY_ADDRESS', city.address);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await secret.close();
  await city.close();
  await metrics.close();
});

/** Secrets Manager announces the version before it calls the first step. */
function announce(version: string): void {
  secret.stages.set(version, new Set(['AWSPENDING']));
}

const call = (Step: string, version = 'second') =>
  handler({ Step, SecretId: 'curbside/city-tokens', ClientRequestToken: version });

async function rotateTo(version: string): Promise<void> {
  announce(version);
  for (const step of steps) await call(step, version);
}

const inForce = () => {
  const id = [...secret.stages].find(([, borne]) => borne.has('AWSCURRENT'))?.[0] ?? '';
  return { id, value: JSON.parse(secret.versions.get(id)!.text) as SecretValue & Record<string, unknown> };
};
const agesTold = () => metrics.received.flatMap(({ MetricData }) => MetricData.map(({ Value }) => Value));
const faultOf = (promise: Promise<void>) =>
  promise.then(
    () => null,
    (error: unknown) => error as Error,
  );

describe('a rotation', () => {
  it('moves the next token up, makes a new salt, and tells that the token is new', async () => {
    await start({
      primary: 'old',
      next: ' new\n',
      since: longAgo.toISOString(),
      salt: 'a',
      note: 'somebody’s',
    });
    city.tokens.add('new');
    await rotateTo('second');
    const { id, value } = inForce();
    expect(id).toBe('second');
    expect(value).toEqual({
      primary: 'new',
      since: expect.any(String) as string,
      salt: expect.stringMatching(/^[\w-]{43}$/) as string,
      note: 'somebody’s',
    });
    expect(Date.now() - Date.parse(value.since!)).toBeLessThan(60_000);
    expect(city.asked).toEqual(['new']);
    expect(metrics.received).toMatchObject([
      { Namespace: 'Curbside', MetricData: [{ MetricName: 'TokenAgeDays', Value: 0, Unit: 'Count' }] },
    ]);
    expect(secret.stages.get('first')).toEqual(new Set(['AWSPREVIOUS']));
  });

  it('keeps a token that nothing follows, makes a new salt, and tells its age', async () => {
    await start({ primary: 'old', since: longAgo.toISOString(), salt: 'a' });
    await rotateTo('second');
    expect(inForce()).toMatchObject({
      id: 'second',
      value: { primary: 'old', since: longAgo.toISOString() },
    });
    expect(inForce().value.salt).not.toBe('a');
    expect(agesTold()).toEqual([200]);
    expect(city.asked).toEqual([]);
  });

  it('takes the day on which the secret was made for one that is not said, and remembers it', async () => {
    await start({ primary: 'old' });
    await rotateTo('second');
    await rotateTo('third');
    expect(inForce().value).toMatchObject({ primary: 'old', since: expect.stringContaining('T') as string });
    expect(agesTold()).toEqual([200, 200]);
  });

  it('makes a new salt where no token was put yet, and tells no age', async () => {
    await start({ primary: '', salt: 'a' });
    await rotateTo('second');
    expect(inForce().value).toEqual({ primary: '', salt: expect.stringMatching(/^[\w-]{43}$/) as string });
    expect(agesTold()).toEqual([]);
  });

  it('leaves the token in use when the city refuses the next one, and shows neither', async () => {
    await start({ primary: 'old-token', next: 'wrong-token' });
    const fault = await faultOf(rotateTo('second'));
    expect(fault!.message).toMatch(/^The city refuses the next token/);
    expect(String(fault!.stack)).not.toMatch(/old-token|wrong-token/);
    expect(inForce()).toMatchObject({ id: 'first', value: { primary: 'old-token' } });
  });

  it.each([500, 302])('knows nothing of a token when the city answers %i, and stops', async (status) => {
    await start({ primary: 'old', next: 'new' });
    city.answerWith(status);
    expect(await faultOf(rotateTo('second'))).toBeInstanceOf(Error);
    expect(inForce().id).toBe('first');
    expect(city.asked).toHaveLength(1);
  });
});

describe('each step', () => {
  it('may be called again when it was done', async () => {
    await start({ primary: 'old', next: 'new', salt: 'a' });
    city.tokens.add('new');
    announce('second');
    for (const step of steps) {
      await call(step);
      const before = JSON.stringify([...secret.versions]);
      await call(step);
      expect({ step, versions: JSON.stringify([...secret.versions]) }).toEqual({ step, versions: before });
    }
    expect(secret.calls.filter((name) => name === 'PutSecretValue')).toHaveLength(1);
    expect(secret.calls.filter((name) => name === 'UpdateSecretVersionStage')).toHaveLength(1);
    expect(inForce().id).toBe('second');
  });

  it('may be called again when all are done, and changes nothing', async () => {
    await start({ primary: 'old', next: 'new' });
    city.tokens.add('new');
    await rotateTo('second');
    const before = inForce();
    for (const step of steps) await call(step);
    expect(inForce()).toEqual(before);
    expect(city.asked).toHaveLength(1);
  });

  it.each(['setSecret', 'testSecret', 'finishSecret'])(
    '%s fails before createSecret was done',
    async (step) => {
      await start({ primary: 'old', next: 'new' });
      announce('second');
      expect((await faultOf(call(step)))!.message).toMatch(/createSecret was not done/);
      expect(inForce().id).toBe('first');
    },
  );

  it('createSecret fails where no version is in force', async () => {
    await start(null);
    announce('second');
    expect((await faultOf(call('createSecret')))!.message).toMatch(/^No version of the secret is in force/);
  });

  it('finishSecret puts the version in force where none was', async () => {
    await start({ primary: 'old', since: longAgo.toISOString() });
    announce('second');
    await call('createSecret');
    secret.stages.get('first')!.delete('AWSCURRENT');
    await call('finishSecret');
    expect(inForce().id).toBe('second');
  });

  it('finishSecret tells the age when it is called again after CloudWatch had failed', async () => {
    await start({ primary: 'old', since: longAgo.toISOString() });
    announce('second');
    for (const step of steps.slice(0, 3)) await call(step);
    metrics.failWith('AccessDenied');
    expect(await faultOf(call('finishSecret'))).toBeInstanceOf(Error);
    metrics.failWith(null);
    await call('finishSecret');
    expect(agesTold()).toEqual([200]);
    expect(secret.calls.filter((name) => name === 'UpdateSecretVersionStage')).toHaveLength(1);
  });

  it('goes on where a busy store stopped it', async () => {
    await start({ primary: 'old', next: 'new' });
    city.tokens.add('new');
    announce('second');
    secret.failOnce('PutSecretValue');
    expect(await faultOf(call('createSecret'))).toBeInstanceOf(Error);
    for (const step of steps) await call(step);
    expect(inForce()).toMatchObject({ id: 'second', value: { primary: 'new' } });
  });

  it.each(['no JSON', '["old-token"]', '{"primary": 7}', '{"primary": "old-token", "next": ["x"]}'])(
    'fails at a secret that holds %s, without a word of it',
    async (text) => {
      await start(text);
      announce('second');
      const fault = await faultOf(call('createSecret'));
      expect(fault!.message).toMatch(/^The secret does not hold/);
      expect(String(fault!.stack)).not.toContain('old-token');
    },
  );

  it('is one of four', async () => {
    await start({ primary: 'old' });
    expect((await faultOf(call('toString')))!.message).toBe('"toString" is no step of a rotation.');
  });
});

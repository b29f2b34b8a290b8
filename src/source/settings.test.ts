import { describe, expect, it } from 'vitest';
import { findCity } from './cities.ts';
import { sodaSettings } from './settings.ts';

const city = findCity('sf');

describe('sodaSettings', () => {
  it('asks the city itself, without a token, twice a second, when nothing is set', () => {
    expect(sodaSettings(city, {})).toMatchObject({
      origin: 'https://data.sfgov.org',
      api: 'soda2',
      tokens: [],
      requestsPerSecond: 2,
      tries: 5,
      timeoutMs: 30_000,
    });
  });

  it('trims tokens and takes an empty one for none', () => {
    const env = { SOCRATA_APP_TOKEN: '  ', SOCRATA_APP_TOKEN_NEXT: ' abc\n' };
    expect(sodaSettings(city, env).tokens).toEqual([{ name: 'SOCRATA_APP_TOKEN_NEXT', value: 'abc' }]);
  });

  it('refuses a token that no header can hold, without showing it', () => {
    const fault = () => sodaSettings(city, { SOCRATA_APP_TOKEN: 'se cret' });
    expect(fault).toThrow('SOCRATA_APP_TOKEN holds characters that no token has.');
  });

  it('keeps the agreed pace only with a token', () => {
    expect(sodaSettings(city, { SOCRATA_REQUESTS_PER_SECOND: '10' }).requestsPerSecond).toBe(2);
    const env = { SOCRATA_REQUESTS_PER_SECOND: '10', SOCRATA_APP_TOKEN: 'abc' };
    expect(sodaSettings(city, env).requestsPerSecond).toBe(10);
    expect(sodaSettings(city, { ...env, SOCRATA_REQUESTS_PER_SECOND: '-1' }).requestsPerSecond).toBe(2);
  });

  it('takes another origin, without its last slash', () => {
    expect(sodaSettings(city, { SOCRATA_ORIGIN: 'http://127.0.0.1:8080/' }).origin).toBe(
      'http://127.0.0.1:8080',
    );
  });

  const wrong = [
    'data.sfgov.org',
    'https://x/path',
    'https://user:word@x',
    'https://x?$$app_token=1',
    'ftp://x',
  ];
  for (const origin of wrong) {
    it(`refuses ${origin} as an origin`, () => {
      expect(() => sodaSettings(city, { SOCRATA_ORIGIN: origin })).toThrow(/SOCRATA_ORIGIN is not an origin/);
    });
  }

  it('takes the newer API when it is configured, and no third one', () => {
    expect(sodaSettings(city, { SOCRATA_API: 'soda3' }).api).toBe('soda3');
    expect(() => sodaSettings(city, { SOCRATA_API: 'soda1' })).toThrow(/SOCRATA_API is "soda1"/);
  });
});

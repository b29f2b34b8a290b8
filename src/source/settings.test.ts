import { describe, expect, it } from 'vitest';
import { findCity } from './cities.ts';
import { sodaSettings, tokensFrom } from './settings.ts';

const city = findCity('sf');

describe('sodaSettings', () => {
  it('asks the city itself, without a token, twice a second, when nothing is set', () => {
    expect(sodaSettings(city, {}, [])).toMatchObject({
      origin: 'https://data.sfgov.org',
      api: 'soda2',
      tokens: [],
      requestsPerSecond: 2,
      tries: 5,
      timeoutMs: 30_000,
    });
  });

  it('keeps the agreed pace only with a token', () => {
    const pace = (text: string, count: number) => {
      const tokens = [{ name: 'SOCRATA_APP_TOKEN', value: 'abc' }].slice(0, count);
      return sodaSettings(city, { SOCRATA_REQUESTS_PER_SECOND: text }, tokens).requestsPerSecond;
    };
    expect([pace('10', 0), pace('10', 1), pace('-1', 1)]).toEqual([2, 10, 2]);
  });

  it('takes another origin, without its last slash', () => {
    expect(sodaSettings(city, { SOCRATA_ORIGIN: 'http://127.0.0.1:8080/' }, []).origin).toBe(
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
      expect(() => sodaSettings(city, { SOCRATA_ORIGIN: origin }, [])).toThrow(
        /SOCRATA_ORIGIN is not an origin/,
      );
    });
  }

  it('takes the newer API when it is configured, and no third one', () => {
    expect(sodaSettings(city, { SOCRATA_API: 'soda3' }, []).api).toBe('soda3');
    expect(() => sodaSettings(city, { SOCRATA_API: 'soda1' }, [])).toThrow(/SOCRATA_API is "soda1"/);
  });
});

describe('tokensFrom', () => {
  it('trims tokens, keeps their order and takes an empty one for none', () => {
    const texts = { one: '  ', two: ' abc\n', three: undefined, four: 'def' };
    expect(tokensFrom(texts)).toEqual([
      { name: 'two', value: 'abc' },
      { name: 'four', value: 'def' },
    ]);
  });

  it('refuses a token that no header can hold, without showing it', () => {
    expect(() => tokensFrom({ SOCRATA_APP_TOKEN: 'se cret' })).toThrow(
      /^SOCRATA_APP_TOKEN holds characters that no token has\.$/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readHealth } from './health.ts';

const now = new Date('2026-11-22T15:00:00Z');

describe('readHealth', () => {
  it('gives the age of each city', () => {
    const text = JSON.stringify({
      cities: { sf: { snapshot: 'abc', pulledAt: '2026-11-22T14:59:00Z', rows: 5 } },
      pages: 780,
      codeDigest: 'code',
    });
    expect(readHealth(text, now)).toEqual({
      status: 200,
      body: {
        status: 'ok',
        pages: 780,
        codeDigest: 'code',
        cities: { sf: { snapshot: 'abc', pulledAt: '2026-11-22T14:59:00Z', ageSeconds: 60 } },
      },
    });
  });

  it('says why there is no health', () => {
    for (const text of [null, '', '{', 'null', '{"pages":1}']) {
      expect(readHealth(text, now)).toMatchObject({
        status: 503,
        body: { reason: expect.any(String) as string },
      });
    }
  });
});

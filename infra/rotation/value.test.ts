import { describe, expect, it } from 'vitest';
import { ageDays, nextValue, valueFrom } from './value.ts';

const moment = {
  now: new Date('2026-11-22T12:00:00Z'),
  createdAt: new Date('2026-11-01T00:00:00Z'),
  random: 'fresh',
};
const since = '2026-06-01T00:00:00.000Z';

describe('nextValue', () => {
  it('moves the next token up and begins its age', () =>
    expect(nextValue({ primary: 'a', next: 'b', since }, moment)).toEqual({
      primary: 'b',
      since: '2026-11-22T12:00:00.000Z',
      salt: 'fresh',
    }));

  it.each([undefined, null, '', ' '])('keeps the token and its age where next is "%s"', (next) => {
    const value = next === undefined ? { primary: 'a', since } : { primary: 'a', next, since };
    expect(nextValue(value, moment)).toEqual({ primary: 'a', since, salt: 'fresh' });
  });

  it('gives a token of unknown age that of its version', () =>
    expect(nextValue({ primary: 'a', since: 'lately' }, moment)).toMatchObject({
      since: '2026-11-01T00:00:00.000Z',
    }));

  it('takes a first token from next, too', () =>
    expect(nextValue({ primary: '', next: 'b' }, moment)).toMatchObject({ primary: 'b' }));
});

describe('ageDays', () => {
  it.each([
    ['2026-11-22T12:00:00Z', 0],
    ['2026-11-21T12:00:01Z', 0],
    ['2026-11-21T12:00:00Z', 1],
    ['2026-05-26T12:00:00Z', 180],
    ['2026-12-24T00:00:00Z', 0],
  ])('of a token in use since %s is %i', (day, days) =>
    expect(ageDays({ primary: 'a', since: day }, moment.now)).toBe(days),
  );

  it('is unknown without a token, and where nothing says it', () => {
    expect(ageDays({ primary: '', since }, moment.now)).toBeNull();
    expect(ageDays({ primary: 'a' }, moment.now)).toBeNull();
    expect(ageDays({ primary: 'a', since: 'lately' }, moment.now)).toBeNull();
  });
});

describe('valueFrom', () => {
  it('keeps fields that it does not know', () =>
    expect(valueFrom('{"primary": "a", "note": 7}')).toEqual({ primary: 'a', note: 7 }));

  it('takes a next that is null', () =>
    expect(valueFrom('{"primary": "a", "next": null}')).toEqual({ primary: 'a', next: null }));

  it('refuses bytes', () => expect(() => valueFrom(undefined)).toThrow(/does not hold/));
});

import { describe, expect, it } from 'vitest';
import { isStale, readError, refusalOf } from './answer.ts';

describe('readError', () => {
  it('reads both shapes of the API', () => {
    const error = { code: 'permission_denied', message: 'Invalid app_token specified' };
    expect(
      readError('{"code":"permission_denied","error":true,"message":"Invalid app_token specified"}'),
    ).toEqual(error);
    expect(
      readError('{"message":"Invalid app_token specified","errorCode":"permission_denied","data":{}}'),
    ).toEqual(error);
  });

  it('cuts a message that repeats the query', () => {
    expect(readError(JSON.stringify({ code: 'x', message: 'q'.repeat(5000) }))?.message).toHaveLength(120);
  });

  for (const text of [
    '',
    'null',
    '[]',
    '"x"',
    '{"code":7}',
    '<html><title>502</title>',
    '{"message":"no code"}',
  ]) {
    it(`finds no error of the API in ${JSON.stringify(text)}`, () => expect(readError(text)).toBeNull());
  }
});

describe('isStale', () => {
  const cases: [string | undefined, boolean][] = [
    [undefined, false],
    ['false', false],
    ['[]', false],
    ['true', true],
    ['["primary.7"]', true],
    ['', false],
  ];
  for (const [header, expected] of cases) {
    it(`is ${expected} for ${header ?? 'no header'}`, () => {
      const headers: Record<string, string> =
        header === undefined ? {} : { 'x-soda2-data-out-of-date': header };
      expect(isStale({ status: 200, headers, text: '' })).toBe(expected);
    });
  }
});

describe('refusalOf', () => {
  it('says where the id of a table is set', () => {
    const text = '{"code":"dataset.missing","error":true,"message":"Not found"}';
    expect(refusalOf({ status: 404, headers: {}, text }, 'page 1 of the schedule')).toMatchObject({
      message: 'The city refused page 1 of the schedule (404, dataset.missing: Not found).',
      hint: 'The ids of the tables are set in src/source/cities.ts.',
    });
  });
});

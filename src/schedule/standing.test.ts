import { describe, expect, it } from 'vitest';
import { isKnownStatus, standingOf } from './standing.ts';
import type { Standing } from './standing.ts';

describe('standingOf', () => {
  function check(status: string | null, expiresOn: string | null, standing: Standing): void {
    it(`calls ${status} until ${expiresOn} ${standing} on 2022-01-19`, () => {
      expect(standingOf({ status, expiresOn }, '2022-01-19')).toBe(standing);
    });
  }
  for (const status of ['APPROVED', 'ISSUED', 'POSTAPPROVED']) {
    check(status, null, 'permitted');
    check(status, '2022-01-19', 'permitted');
    check(status, '2022-01-18', 'renewing');
    check(status, '2021-09-21', 'renewing');
    check(status, '2021-09-20', 'lapsed');
  }
  check(' approved ', null, 'permitted');
  check('REQUESTED', null, 'renewing');
  check('REQUESTED', '2023-01-01', 'renewing');
  check('REQUESTED', '2021-09-21', 'renewing');
  check('REQUESTED', '2021-09-20', 'lapsed');
  check('EXPIRED', '2021-11-15', 'renewing');
  check('EXPIRED', '2021-09-21', 'renewing');
  check('EXPIRED', '2021-09-20', 'lapsed');
  check('EXPIRED', '2022-11-15', 'lapsed');
  check('EXPIRED', null, 'lapsed');
  for (const status of ['SUSPEND', 'INACTIVE', 'ONHOLD', 'REVOKED', '', null])
    check(status, '2022-11-15', 'lapsed');

  it('is unknown without a permit', () => expect(standingOf(null, '2022-01-19')).toBe('unknown'));

  it('counts days across a daylight-saving change as whole days', () => {
    expect(standingOf({ status: 'EXPIRED', expiresOn: '2021-11-15' }, '2022-03-15')).toBe('renewing');
    expect(standingOf({ status: 'EXPIRED', expiresOn: '2021-11-15' }, '2022-03-16')).toBe('lapsed');
  });
});

describe('isKnownStatus', () => {
  it('knows the statuses of the city and no others', () => {
    expect(
      ['APPROVED', 'ISSUED', 'POSTAPPROVED', 'REQUESTED', 'EXPIRED', 'SUSPEND', 'INACTIVE', 'ONHOLD'].every(
        isKnownStatus,
      ),
    ).toBe(true);
    expect([null, '', 'REVOKED'].some(isKnownStatus)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { Failure } from '../failure.ts';
import { failureFrom } from './s3-failure.ts';

/** An error as the SDK throws it. */
function thrown(name: string, message: string, status?: number): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

describe('failureFrom', () => {
  it.each([
    [thrown('AccessDenied', 'Access Denied', 403), 'TARGET_DENIED', '403 AccessDenied: Access Denied'],
    [thrown('SlowDown', 'SlowDown', 503), 'TARGET_UNAVAILABLE', '503 SlowDown'],
    [thrown('TooManyRequests', '', 429), 'TARGET_UNAVAILABLE', '429 TooManyRequests'],
    [thrown('NoSuchBucket', 'absent', 404), 'TARGET_MISSING', '404 NoSuchBucket: absent'],
    [thrown('PermanentRedirect', 'elsewhere', 301), 'TARGET_REGION', '301 PermanentRedirect: elsewhere'],
    [thrown('RequestTimeTooSkewed', 'late', 403), 'TARGET_CLOCK', '403 RequestTimeTooSkewed: late'],
    [thrown('InvalidArgument', 'what?', 400), 'TARGET_REFUSED', '400 InvalidArgument: what?'],
    [thrown('TimeoutError', 'socket hang up'), 'TARGET_UNAVAILABLE', 'socket hang up'],
    [thrown('Error', 'Region is missing'), 'TARGET_REGION', 'Region is missing'],
    [thrown('CredentialsProviderError', 'none'), 'TARGET_CREDENTIALS', 'none'],
    [
      Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' }),
      'TARGET_UNREACHABLE',
      'getaddrinfo ENOTFOUND x',
    ],
  ])('says of %s what happened', (error, code, why) => {
    const { message, ...failure } = failureFrom(error, 'reading x failed');
    expect({ code: failure.code, message }).toEqual({ code, message: `Reading x failed: ${why}` });
    expect(failure.hint).not.toBe('');
  });

  it('leaves a failure as it is', () => {
    const failure = new Failure('TARGET_LOST', 'Lost.', { hint: 'Again.' });
    expect(failureFrom(failure, 'reading x failed')).toBe(failure);
  });
});

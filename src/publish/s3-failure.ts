import { Failure } from '../failure.ts';

/** What the errors of the SDK tell: `name` is the store's code or that of the system, the status is missing when no answer came. */
interface StoreError {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Status of the store's answer; null when none came. */
export function statusOf(error: unknown): number | null {
  return (error as StoreError | null)?.$metadata?.httpStatusCode ?? null;
}

/**
 * The failure that an error of the store is, in words. `doing` is "storing sf/week.json in s3://bucket". Answers and
 * broken connections that a second try could mend are `TARGET_UNAVAILABLE`; the SDK has made three quick ones.
 */
export function failureFrom(error: unknown, doing: string): Failure {
  if (error instanceof Failure) return error;
  const { name = '', code = '', message = '' } = (error ?? {}) as StoreError;
  const status = statusOf(error);
  const known = message === 'Region is missing' ? region : (byName[name] ?? byName[code] ?? byStatus(status));
  const answer = status === null ? '' : `${status} ${name}`;
  const why = [answer, message].filter((part) => part !== '' && part !== name).join(': ') || name;
  return new Failure(
    known.code,
    `${doing}: ${why}`.replace(/^./, (first) => first.toUpperCase()),
    {
      hint: known.hint,
      cause: error,
    },
  );
}

interface Known {
  readonly code: string;
  readonly hint: string;
}

const credentials: Known = {
  code: 'TARGET_CREDENTIALS',
  hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN when they are temporary), or run where the role of the job gives them.',
};
const region: Known = {
  code: 'TARGET_REGION',
  hint: 'Give the bucket’s region: s3://BUCKET?region=eu-west-1, or set AWS_REGION.',
};
const down: Known = {
  code: 'TARGET_UNAVAILABLE',
  hint: 'The store had several tries. Run the publish again later.',
};
const clock: Known = { code: 'TARGET_CLOCK', hint: 'Set the clock of this machine.' };

const byName: Readonly<Record<string, Known>> = {
  CredentialsProviderError: credentials,
  InvalidAccessKeyId: credentials,
  SignatureDoesNotMatch: credentials,
  ExpiredToken: credentials,
  InvalidToken: credentials,
  PermanentRedirect: region,
  AuthorizationHeaderMalformed: region,
  RequestTimeTooSkewed: clock,
  NoSuchBucket: {
    code: 'TARGET_MISSING',
    hint: 'Create the bucket, or correct its name: a publish creates none.',
  },
  ENOTFOUND: { code: 'TARGET_UNREACHABLE', hint: 'Check the endpoint’s name and the network.' },
};

function byStatus(status: number | null): Known {
  if (status === 401 || status === 403)
    return {
      code: 'TARGET_DENIED',
      hint: 'The credentials need s3:GetObject, s3:PutObject and s3:DeleteObject on the site’s keys and s3:ListBucket on the bucket.',
    };
  if (status === 301 || status === 307) return region;
  if (status === null || status === 429 || status >= 500) return down;
  return {
    code: 'TARGET_REFUSED',
    hint: 'The store does not take such a request. Check that it knows S3’s conditional writes (If-None-Match, If-Match).',
  };
}

import { SecretsManagerServiceException } from '@aws-sdk/client-secrets-manager';
import { Failure } from '../../src/failure.ts';
import { storeUnavailable } from './token-source.ts';

interface Known {
  readonly code: string;
  readonly hint: string;
}

const credentials: Known = {
  code: 'SECRET_CREDENTIALS',
  hint: 'Run where a role is given, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN when they are temporary).',
};
const denied: Known = {
  code: 'SECRET_DENIED',
  hint: 'The role needs secretsmanager:GetSecretValue on the secret, and kms:Decrypt on its key.',
};
const down: Known = {
  code: storeUnavailable,
  hint: 'The store had several tries. Run again later.',
};
const refused: Known = {
  code: 'SECRET_REFUSED',
  hint: 'Look at the secret in the console: it may be marked for deletion.',
};

const byName: Readonly<Record<string, Known>> = {
  ResourceNotFoundException: {
    code: 'SECRET_MISSING',
    hint: 'It is the name or ARN of a secret in this account and region (AWS_REGION).',
  },
  AccessDeniedException: denied,
  DecryptionFailure: denied,
  CredentialsProviderError: credentials,
  TokenProviderError: credentials,
  UnrecognizedClientException: credentials,
  InvalidSignatureException: credentials,
  ExpiredTokenException: credentials,
};

/**
 * The failure that an error of the SDK is, in words. It has no cause, and of errors that are neither the store's nor the
 * system's only the name is told: that of a broken answer quotes the answer.
 */
export function secretFailure(error: unknown, secretId: string): Failure {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (/^Region (is missing|not accepted)/.test(message)) {
    const hint = 'Set AWS_REGION to the region of the secret, such as eu-west-1.';
    return new Failure('SECRET_REGION', `The secret ${secretId} cannot be read: ${message}`, { hint });
  }
  const known = byName[name] ?? (isRefusal(error) ? refused : down);
  const isQuotable = error instanceof SecretsManagerServiceException || known === credentials;
  const why = isQuotable && message !== '' ? `${name}: ${message}` : (code ?? name);
  return new Failure(known.code, `The secret ${secretId} cannot be read: ${why}`, { hint: known.hint });
}

/** An answer that says no, and says it again: throttling, which the SDK has waited out in vain, does not. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof SecretsManagerServiceException)) return false;
  return error.$fault === 'client' && !/Throttl|TooManyRequests/.test(error.name);
}

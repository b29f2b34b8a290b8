import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';
import { Failure } from '../../src/failure.ts';
import { tokensFrom } from '../../src/source/settings.ts';
import { secretFailure } from './secret-failure.ts';
import type { TokenSource } from './token-source.ts';

const Secret = z.object({ primary: z.string().trim().min(1), next: z.string().nullish() });

/** What the two are called in messages, where the secret may be named and its values may not. */
const [primaryName, nextName] = ['primary of SOCRATA_SECRET_ID', 'next of SOCRATA_SECRET_ID'];

const tries = 4;
const longestWaitMs = 10_000;

/**
 * Tokens in a secret of AWS Secrets Manager, `{"primary": "…", "next": "…"}` as text; `next` may be missing or empty.
 * Region, credentials and another endpoint (`AWS_ENDPOINT_URL_SECRETS_MANAGER`) are the SDK's own settings. Fails with
 * codes that begin with `SECRET_`, and with no value in their words.
 */
export function secretSource(secretId: string): TokenSource {
  return async () => {
    const { primary, next } = secretFrom(await readSecret(secretId), secretId);
    return tokensFrom({ [primaryName]: primary, [nextName]: next ?? '' });
  };
}

/** The text of a secret; undefined when it holds bytes. Fails with codes that begin with `SECRET_`, and with no value in their words. */
export async function readSecret(secretId: string): Promise<string | undefined> {
  const client = new SecretsManagerClient({
    maxAttempts: tries,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: 5000,
      requestTimeout: longestWaitMs,
      throwOnRequestTimeout: true,
    },
  });
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return SecretString;
  } catch (error) {
    throw secretFailure(error, secretId);
  } finally {
    client.destroy();
  }
}

function secretFrom(text: string | undefined, secretId: string): z.infer<typeof Secret> {
  const { success, data } = Secret.safeParse(jsonFrom(text));
  if (success) return data;
  // Neither the parser's error nor the schema's goes along: they can quote the value.
  throw new Failure('SECRET_SHAPE', `The secret ${secretId} does not hold the city's tokens.`, {
    hint: 'Its value is text, a JSON object: {"primary": "TOKEN", "next": "TOKEN"}. "next" may be left out.',
  });
}

function jsonFrom(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

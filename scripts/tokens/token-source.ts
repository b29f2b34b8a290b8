import { Failure } from '../../src/failure.ts';
import { tokenNames, tokensFrom, type Environment, type Token } from '../../src/source/settings.ts';

/** Where the city's app tokens are kept: gives them in the order in which they are tried. */
export type TokenSource = () => Promise<readonly Token[]>;

/** Tokens that are in the environment themselves. */
export function environmentSource(env: Environment): TokenSource {
  const texts = Object.fromEntries(tokenNames.map((name) => [name, env[name]]));
  return () => Promise.resolve(tokensFrom(texts));
}

/** The source that the environment names: with `SOCRATA_SECRET_ID` the store alone, of which nothing is loaded otherwise. */
export async function tokenSource(env: Environment): Promise<TokenSource> {
  const secretId = env['SOCRATA_SECRET_ID']?.trim() ?? '';
  if (secretId === '') return environmentSource(env);
  const { secretSource } = await import('./secrets-manager.ts');
  return secretSource(secretId);
}

/** Code of the failure when nobody answered for the store. */
export const storeUnavailable = 'SECRET_UNAVAILABLE';

/** Whether the tokens could not be had because nobody answered for the store: nothing is known to be wrong with them. */
export function couldNotReachStore(error: unknown): boolean {
  return error instanceof Failure && error.code === storeUnavailable;
}

import { restrictedKey } from '../../src/payments/key.ts';
import type { Environment } from '../../src/source/settings.ts';
import { Failure } from '../../src/failure.ts';
import { hideSecrets } from '../actions.ts';

/** A key that an account takes, and whether it moves real money. */
export type PaymentsKey = ReturnType<typeof restrictedKey>;

/**
 * The restricted key: `STRIPE_API_KEY` itself, or that of the secret which `STRIPE_SECRET_ID` names, `{"key": "rk_…"}`;
 * null when neither is set, and payments are off. Masked in Actions from here on.
 */
export async function paymentsKey(env: Environment): Promise<PaymentsKey | null> {
  const secretId = env['STRIPE_SECRET_ID']?.trim() ?? '';
  const text = secretId === '' ? env['STRIPE_API_KEY'] : await keyFromStore(secretId);
  await hideSecrets([text]);
  return (text?.trim() ?? '') === '' ? null : restrictedKey(text ?? '');
}

async function keyFromStore(secretId: string): Promise<string> {
  const { readSecret } = await import('./secrets-manager.ts');
  try {
    const { key } = JSON.parse((await readSecret(secretId)) ?? '') as { key?: unknown };
    if (typeof key === 'string' && key !== '') return key;
  } catch (error) {
    if (error instanceof Failure) throw error; // the parser's own error would quote the value
  }
  throw new Failure('SECRET_SHAPE', `The secret ${secretId} does not hold the key for payments.`, {
    hint: 'Its value is text, a JSON object: {"key": "rk_live_…"}.',
  });
}

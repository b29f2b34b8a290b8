import { randomBytes } from 'node:crypto';
import { tellAge } from './age-metric.ts';
import { cityTakes } from './city.ts';
import { rotate, type RotationEvent } from './steps.ts';
import { secretStore } from './store.ts';

/** What Lambda calls. */
export async function handler(event: RotationEvent): Promise<void> {
  const address = process.env['CITY_ADDRESS'];
  if (address === undefined) throw new Error('CITY_ADDRESS is not set.');
  await rotate(event, {
    store: secretStore(event.SecretId),
    cityTakes: (token) => cityTakes(address, token),
    tellAge,
    now: () => new Date(),
    random: () => randomBytes(32).toString('base64url'),
  });
}

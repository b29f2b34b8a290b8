import type { CitySettings } from '../../src/source/cities.ts';
import { sodaSettings, type Environment, type SodaSettings } from '../../src/source/settings.ts';
import { hideSecrets } from '../actions.ts';
import { tokenSource } from './token-source.ts';

/** How to talk to a city's API, with the tokens from wherever the environment says; masked in Actions from here on. */
export async function citySettings(city: CitySettings, env: Environment): Promise<SodaSettings> {
  const readTokens = await tokenSource(env);
  const tokens = await readTokens();
  await hideSecrets(tokens.map(({ value }) => value));
  return sodaSettings(city, env, tokens);
}

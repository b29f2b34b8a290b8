import { Failure } from '../failure.ts';
import type { CitySettings } from './cities.ts';

/** An app token and what it is called in messages; the value is sent to the city and never shown. */
export interface Token {
  readonly name: string;
  readonly value: string;
}

/** How to talk to a city's API. */
export interface SodaSettings {
  /** "https://data.sfgov.org" */
  readonly origin: string;
  readonly api: 'soda2' | 'soda3';
  /** Tried in this order, then none. */
  readonly tokens: readonly Token[];
  readonly requestsPerSecond: number;
  /** Tries of one request, the first included. */
  readonly tries: number;
  /** Of one try, body included. */
  readonly timeoutMs: number;
  /** Rows asked for at once; null is the driver's own. */
  readonly pageSize: number | null;
}

/** Names of the variables that hold tokens: the one in use, and the one that follows it, so that rotation needs no stop. */
export const tokenNames = ['SOCRATA_APP_TOKEN', 'SOCRATA_APP_TOKEN_NEXT'] as const;

/** What anyone may ask for without an agreement; the city publishes no limit. */
const politePace = 2;

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings for a city under an environment: `SOCRATA_ORIGIN` (instead of the city's domain), `SOCRATA_API`
 * ("soda2" or "soda3"), and `SOCRATA_REQUESTS_PER_SECOND`, the agreed pace, which counts only with a token.
 */
export function sodaSettings(city: CitySettings, env: Environment, tokens: readonly Token[]): SodaSettings {
  const agreedPace = Number(env['SOCRATA_REQUESTS_PER_SECOND']);
  return {
    origin: originOf(env['SOCRATA_ORIGIN']?.trim() || `https://${city.domain}`),
    api: apiOf(env['SOCRATA_API']?.trim() || city.api),
    tokens,
    requestsPerSecond: tokens.length > 0 && agreedPace > 0 ? agreedPace : politePace,
    tries: 5,
    timeoutMs: 30_000,
    pageSize: null,
  };
}

/**
 * The tokens among texts by name, in their order: trimmed, an empty one left out. Fails with `setting-invalid` for a text
 * that no header can hold: sent, it would fail late and say little.
 */
export function tokensFrom(texts: Environment): Token[] {
  const tokens = Object.entries(texts).map(([name, text = '']) => ({ name, value: text.trim() }));
  const broken = tokens.find(({ value }) => !/^[\x21-\x7e]*$/.test(value));
  if (broken === undefined) return tokens.filter(({ value }) => value !== '');
  throw new Failure('setting-invalid', `${broken.name} holds characters that no token has.`, {
    hint: "Copy the app token again from the city's developer settings.",
  });
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`)
    return url.origin;
  throw new Failure('setting-invalid', 'SOCRATA_ORIGIN is not an origin.', {
    hint: 'Give scheme and host only, such as https://data.sfgov.org',
  });
}

function apiOf(text: string): SodaSettings['api'] {
  if (text === 'soda2' || text === 'soda3') return text;
  throw new Failure('setting-invalid', `SOCRATA_API is "${text}".`, { hint: 'Use soda2 or soda3.' });
}

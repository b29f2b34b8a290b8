import { Failure } from '../failure.ts';
import { allLanguages, type Language } from '../words/language.ts';

/**
 * The languages that pages are made in, English first: all, or those that `CURBSIDE_LANGUAGES` names ("en", "en,es").
 * Fails with `setting-invalid` for one that nobody has translated into.
 */
export function siteLanguages(): readonly Language[] {
  const named = (process.env['CURBSIDE_LANGUAGES'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const asked = named.filter((name) => name !== '');
  const unknown = asked.find((name) => !allLanguages.some((language) => language.toLowerCase() === name));
  if (unknown !== undefined)
    throw new Failure(
      'setting-invalid',
      `CURBSIDE_LANGUAGES names "${unknown}", which this site does not speak.`,
      {
        hint: `It speaks ${allLanguages.join(', ')}. Without the setting pages are made in all of them.`,
      },
    );
  if (asked.length === 0) return allLanguages;
  return allLanguages.filter((language) => language === 'en' || asked.includes(language.toLowerCase()));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugFrom, uniqueSlugs } from './slug.ts';

describe('slugFrom', () => {
  function check(text: string, slug: string): void {
    it(`writes ${JSON.stringify(text.slice(0, 40))} as ${JSON.stringify(slug)}`, () =>
      expect(slugFrom(text)).toBe(slug));
  }
  check("Bowl'd Açaí, LLC.", 'bowld-acai-llc');
  check('2535 Taylor St', '2535-taylor-st');
  check('Señor Sisig', 'senor-sisig');
  check('Smørrebrød & Straße', 'smorrebrod-strasse');
  check('../../etc/passwd', 'etc-passwd');
  check('<script>alert(1)</script>', 'script-alert-1-script');
  check('\u202eevil\u202c', 'evil');
  check('🌮🌮', '');
  check('x'.repeat(10_000), 'x'.repeat(64));
});

describe('uniqueSlugs', () => {
  const named = fc
    .uniqueArray(
      fc.record({ text: fc.constantFrom('Taco', 'taco!', '🌮', 'Bao', ''), identity: fc.string() }),
      {
        selector: ({ identity }) => identity,
      },
    )
    .filter((items) => items.length > 0);

  it('gives every identity a slug of its own that is safe in a path, whatever the order', () => {
    fc.assert(
      fc.property(named, (items) => {
        const slugs = uniqueSlugs(items);
        expect(new Set(slugs.values()).size).toBe(items.length);
        for (const slug of slugs.values()) expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        for (const slug of slugs.values()) expect(slug.length).toBeLessThanOrEqual(80);
        expect([...uniqueSlugs([...items].reverse())].sort()).toEqual([...slugs].sort());
      }),
    );
  });

  it('keeps the slug of one when another of its name comes later in the order of identities', () => {
    const one = { text: 'Taco', identity: 'a' };
    expect(uniqueSlugs([{ text: 'Taco', identity: 'b' }, one]).get('a')).toBe(uniqueSlugs([one]).get('a'));
  });
});

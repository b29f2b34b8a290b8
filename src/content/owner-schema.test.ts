import { describe, expect, it } from 'vitest';
import { faultText } from './fault.ts';
import { ownerSchema } from './owner-schema.ts';
import { readYaml } from './yaml-file.ts';

const read = (text: string) => readYaml('trucks/anzu.yaml', text, ownerSchema);
const faults = (text: string) => read(text).faults.map(faultText);
const which = 'city: sf\ntruck: anzu\n';

describe('an owner’s file', () => {
  it('may say no more than which truck', () => {
    expect(read(which)).toEqual({
      faults: [],
      value: {
        city: 'sf',
        truck: 'anzu',
        permits: [],
        formerly: [],
        lang: 'en',
        description: null,
        photo: null,
        menu: [],
        preorders: false,
        order: null,
        phone: null,
        website: null,
        social: [],
        languages: [],
        accessibility: [],
        catering: null,
        closed: [],
      },
    });
  });

  it('says everything that an owner knows, texts as they stand', () => {
    const { value } = read(`${which}permits: [26MFF-00038, 0012345]
formerly: [anzu-to-you]
lang: es
description: |
  Tacos: no. 1!
  Desde 1999.
photo: { file: anzu.jpg, alt: El camión }
currency: USD
menu:
  - name: Taco
    price: 4.50
  - { name: Agua, note: de horchata, price: '3' }
preorders: yes
order: https://orders.example.com/anzu
phone: +1 (415) 555-0123
website: https://anzu.example.com
social: [https://social.example.com/@anzu]
languages: [es, en, zh-hant]
accessibility: [step-free]
catering: party@anzu.example.com
closed:
  - 2027-07-04
  - { from: 2026-12-24, to: 2027-01-01 }
`);
    expect(value).toMatchObject({
      permits: ['26MFF-00038', '0012345'],
      description: 'Tacos: no. 1!\nDesde 1999.',
      photo: { file: 'anzu.jpg', alt: 'El camión' },
      menu: [
        { name: 'Taco', note: null, price: { minor: 450, currency: 'USD' } },
        { name: 'Agua', note: 'de horchata', price: { minor: 300, currency: 'USD' } },
      ],
      preorders: true,
      phone: '+14155550123',
      website: 'https://anzu.example.com/',
      languages: ['es', 'en', 'zh-Hant'],
      closed: [
        { from: '2026-12-24', to: '2027-01-01' },
        { from: '2027-07-04', to: '2027-07-04' },
      ],
    });
  });

  it('is told every fault in plain words, with its line and field', () => {
    const text = `city: sf
order: http://orders.example.com
menu:
  - name: Taco
    price: 4.5
  - name: ${'x'.repeat(81)}
    price: cheap
hours: noon
phone: 415 555 0123
catering: nobody
languages: [klingonese]
accessibility: [wings]
photo: { file: ../secret.jpg, alt: "" }
closed:
  - 2026-02-30
  - { from: 2026-12-24, to: 2026-12-20 }
  - { from: 2026-12-24, to: 2029-12-20 }
`;
    expect(faults(text)).toMatchInlineSnapshot(`
      [
        "trucks/anzu.yaml, line 1, truck: is missing",
        "trucks/anzu.yaml, line 2, order: is no address that begins with https://",
        "trucks/anzu.yaml, line 5, menu 1, price: write it as 9.50, without the currency",
        "trucks/anzu.yaml, line 6, menu 2, name: is longer than 80 characters",
        "trucks/anzu.yaml, line 7, menu 2, price: write it as 9.50, without the currency",
        "trucks/anzu.yaml, line 8, hours: there is no such field",
        "trucks/anzu.yaml, line 9, phone: wants its country first: +1 415 555 0123",
        "trucks/anzu.yaml, line 10, catering: is no e-mail address",
        "trucks/anzu.yaml, line 11, languages 1: is no code of a language such as en, es or zh-Hant",
        "trucks/anzu.yaml, line 12, accessibility 1: is none of step-free, low-counter, large-print-menu, braille-menu, picture-menu, sign-language, order-by-text",
        "trucks/anzu.yaml, line 13, photo, file: is no name of a picture such as anzu.jpg (small letters, digits and hyphens)",
        "trucks/anzu.yaml, line 13, photo, alt: is empty: write something, or leave the line out",
        "trucks/anzu.yaml, line 15, closed 1: is no date such as 2026-12-24",
        "trucks/anzu.yaml, line 16, closed 2: ends before it begins",
        "trucks/anzu.yaml, line 17, closed 3: is longer than 366 days",
      ]
    `);
  });

  it('is told of a price that its currency does not have', () => {
    const priced = 'menu: [{ name: Taco, price: 9.50 }]\n';
    expect(faults(`${which}currency: JPY\n${priced}`)).toEqual([
      'trucks/anzu.yaml, line 4, menu 1, price: write it as 950',
    ]);
    expect(faults(`${which}currency: XXX\n${priced}`)).toEqual([
      'trucks/anzu.yaml, line 3, currency: is none of USD, CAD, EUR, GBP, MXN, JPY',
    ]);
  });

  it.each([
    ['no mapping', '- sf\n- anzu\n', 'wants lines such as "truck: anzu-to-you"'],
    ['nothing', '', 'wants lines such as "truck: anzu-to-you"'],
    ['two of one field', `${which}truck: other\n`, 'Map keys must be unique'],
    ['what is no YAML', `${which}menu: [`, 'line 3: Flow sequence'],
    ['an alias', `${which}description: &a text\nwebsite: *a\n`, 'repeat the text'],
    ['a long one', `${which}description: "${'x'.repeat(70_000)}"\n`, 'longer than 64 KB'],
    ['a mark that nobody sees', `${which}description: "a\u202eb"\n`, 'characters nobody can see'],
    ['a script', `${which}website: "javascript:alert(1)"\n`, 'begins with https://'],
    ['a password', `${which}website: https://a:b@example.com\n`, 'begins with https://'],
  ])('is refused when it is %s', (_, text, words) => {
    expect(faults(text).join('\n')).toContain(words);
  });
});

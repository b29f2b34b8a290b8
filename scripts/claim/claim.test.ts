import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ownerSchema } from '../../src/content/owner-schema.ts';
import { readYaml } from '../../src/content/yaml-file.ts';
import { claimFrom } from './claim.ts';
import { answersFrom, formFields } from './form.ts';

type Answers = Readonly<Record<string, string>>;

/** An issue's body as the form makes it: every field, the empty ones as GitHub writes them. */
function body(answers: Answers): string {
  const all: Answers = {
    "Your truck's page": 'https://curbside.example/sf/truck/anzu-to-you/',
    'Permit numbers': '26MFF-00038, 21MFF-00001',
    'Language of your texts': 'en',
    'Your word': '- [X] The truck is mine',
    ...answers,
  };
  return Object.keys(formFields)
    .map((label) => `### ${label}\n\n${all[label] ?? '_No response_'}\n`)
    .join('\n');
}

const faultsOf = (answers: Answers) => {
  const claim = claimFrom(body(answers));
  return 'faults' in claim ? claim.faults : [];
};

/** What the file of a claim says, as the site reads it. */
function said(answers: Answers) {
  const claim = claimFrom(body(answers));
  if ('faults' in claim) throw new Error(claim.faults.join('\n'));
  return { ...claim, owner: readYaml(claim.file, claim.yaml, ownerSchema).value };
}

describe('the form', () => {
  it('asks for exactly what is read', () => {
    const file = path.resolve(import.meta.dirname, '../../.github/ISSUE_TEMPLATE/claim-truck.yml');
    const form = parse(fs.readFileSync(file, 'utf8')) as {
      labels: string[];
      body: { id?: string; attributes: { label?: string } }[];
    };
    const fields = form.body.flatMap(({ id, attributes }) => (id ? [[attributes.label, id]] : []));
    expect(Object.fromEntries(fields)).toEqual(formFields);
    expect(form.labels).toEqual(['claim']);
  });
});

describe('claimFrom', () => {
  it('makes a file of what an owner filled in', () => {
    const { file, owner, hasPhoto } = said({
      Description: 'Tacos: no. 1!\n- since 1999 #best',
      Menu: 'Chopped salad | 11.50 | Romaine, beets\nLemonade | 3',
      'Closed days': '2026-11-26\n2026-12-24 to 2027-01-01',
      'Languages spoken': 'en, es',
      Phone: '+1 415 555 0123',
      Photo: '![truck](https://example.com/a.jpg)',
      'Currency of your prices': 'USD',
    });
    expect([file, hasPhoto]).toEqual(['sf-anzu-to-you.yaml', true]);
    expect(owner).toMatchObject({
      city: 'sf',
      truck: 'anzu-to-you',
      permits: ['26MFF-00038', '21MFF-00001'],
      description: 'Tacos: no. 1!\n- since 1999 #best',
      menu: [
        { name: 'Chopped salad', note: 'Romaine, beets', price: { minor: 1150, currency: 'USD' } },
        { name: 'Lemonade', note: null, price: { minor: 300 } },
      ],
      languages: ['en', 'es'],
      photo: null,
      closed: [
        { from: '2026-11-26', to: '2026-11-26' },
        { from: '2026-12-24', to: '2027-01-01' },
      ],
    });
  });

  it('says in the words of the form what is wrong, all of it', () => {
    expect(
      faultsOf({
        "Your truck's page": 'https://curbside.example/sf/',
        Menu: 'Salad, 11.50',
        Website: 'http://example.com',
        'Closed days': 'Christmas',
        'Your word': '- [ ] The truck is mine',
      }),
    ).toEqual([
      "Your truck's page: is no address of a truck’s page, such as /sf/truck/anzu-to-you/",
      'Your word: is not given',
      'Menu 1, price: is empty: write something, or leave the line out',
      'Menu 1, price: write it as 9.50, without the currency',
      'Website: is no address that begins with https://',
      'Closed days 1: is no date such as 2026-12-24',
    ]);
  });

  it('lets no text become anything but a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const description = `x ${text} x`;
        const claim = claimFrom(body({ Description: description }));
        if ('faults' in claim) return;
        const { value } = readYaml(claim.file, claim.yaml, ownerSchema);
        const answer = answersFrom(body({ Description: description })).description;
        expect(value).toMatchObject({ city: 'sf', truck: 'anzu-to-you', website: null, description: answer });
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['what is no form', 'Hello, this is my truck!'],
    ['a path', body({ "Your truck's page": '/sf/truck/../../../.github/' })],
    ['a field of the file', body({ Description: 'x\nphoto: { file: a.jpg, alt: b }' })],
  ])('writes no other file for %s', (_, text) => {
    const claim = claimFrom(text);
    if ('faults' in claim) expect(claim.faults.length).toBeGreaterThan(0);
    else expect([claim.file, claim.yaml.includes('\nphoto:')]).toEqual(['sf-anzu-to-you.yaml', false]);
  });

  it('answers no name of a prototype', () => {
    expect(answersFrom('### constructor\n\nx\n### __proto__\n\ny\n')).toEqual({});
  });
});

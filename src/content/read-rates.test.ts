import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultText } from './fault.ts';
import { readRates } from './read-rates.ts';

function read(text: string, name = 'sf.yaml'): ReturnType<typeof readRates> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rates-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  fs.mkdirSync(path.join(folder, 'rates'));
  fs.writeFileSync(path.join(folder, 'rates', name), text);
  return readRates(folder);
}

const good = 'contact: ads@curbside.example\nweekly:\n  - { page: home, size: strip, price: "150.00" }\n';

describe('readRates', () => {
  it('reads what a week costs, exactly', () => {
    expect(read(good)).toEqual({
      rates: [
        {
          city: 'sf',
          contact: 'ads@curbside.example',
          weekly: [{ page: 'home', size: 'strip', price: { minor: 15000, currency: 'USD' } }],
        },
      ],
      faults: [],
    });
  });

  it.each([
    ['another file', good, 'Rates.yaml', 'its name is not that of a city'],
    ['no such page', good.replace('home', 'truck'), 'sf.yaml', 'weekly 1, page: is none of home'],
    ['a price in words', good.replace('150.00', '$150'), 'sf.yaml', 'weekly 1, price: write it as 120.00'],
  ])('leaves out %s, and says why', (...[, text, name, words]) => {
    const { rates, faults } = read(text, name);
    expect(rates).toEqual([]);
    expect(faults.map(faultText).join()).toContain(words);
  });
});

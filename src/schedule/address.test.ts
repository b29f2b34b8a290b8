import { describe, expect, it } from 'vitest';
import { readerAddress, readerCrossStreets, streetCase } from './address.ts';

describe('streetCase', () => {
  function check(text: string, expected: string): void {
    it(`writes ${text} as ${expected}`, () => expect(streetCase(text)).toBe(expected));
  }
  check('2535 TAYLOR ST', '2535 Taylor St');
  check('1020 03RD ST', '1020 3rd St');
  check('1006 16TH ST', '1006 16th St');
  check('1325 06th St', '1325 6th St');
  check('1 THE EMBARCADERO', '1 The Embarcadero');
  check('10 SOUTH VAN NESS AVE', '10 South Van Ness Ave');
  check('5 NW LAKE RD', '5 NW Lake Rd');
  check('9 MCALLISTER ST', '9 McAllister St');
  check("2 O'FARRELL  ST.", "2 O'Farrell St");
});

describe('readerCrossStreets', () => {
  it('drops house numbers and sides', () => {
    expect(readerCrossStreets('JOHN MUIR DR: LAKE MERCED BLVD to SKYLINE BLVD (200 - 699)')).toBe(
      'John Muir Dr, Lake Merced Blvd to Skyline Blvd',
    );
    expect(readerCrossStreets('03RD ST: ARTHUR AVE \\ CARGO WAY to BURKE AVE (3400 - 3498) -- WEST --')).toBe(
      '3rd St, Arthur Ave / Cargo Way to Burke Ave',
    );
  });
});

describe('readerAddress', () => {
  const block = 'Assessors Block 7283/Lot004';
  function check(text: string, crossStreets: string | null, expected: string): void {
    it(`shows a block with ${JSON.stringify(text)} as ${expected}`, () => {
      expect(readerAddress({ address: block, text, crossStreets })).toBe(expected);
    });
  }
  check('Setup at 780 Innes Ave. 6:20am-6:30am (all M-F)', 'X ST: A ST to B ST', '780 Innes Ave');
  check('Set-up @ 192 Fremont St: 5am-6am', null, '192 Fremont St');
  check('Set-up at 1325 06th St: 10:00am-10:03am', null, '1325 6th St');
  check('Setup at 800 Fitch St (NWC of Arelius & Quesada). 6:10am-6:20am', null, '800 Fitch St');
  check('located at 650 24th Street, 11am to 11:05am', null, '650 24th Street');
  check('1605 Kansas St: 6:30am-7:25am', null, '1605 Kansas St');
  check('10am-11am', 'KANSAS ST: A ST to B ST', 'Kansas St, A St to B St');
  check('West side of 4th St btw China Basin and Mission Bay North', null, '4th St');
  check('', null, 'Street not recorded (Assessors Block 7283/Lot004)');

  it('shows an address in reading case', () => {
    expect(
      readerAddress({ address: '2535 TAYLOR ST', text: 'Set-up at 1 Main St', crossStreets: null }),
    ).toBe('2535 Taylor St');
  });
});

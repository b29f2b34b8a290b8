import { describe, expect, it } from 'vitest';
import { applicantKey, truckName } from './name.ts';

describe('truckName', () => {
  function check(applicant: string, name: string, legalName = name): void {
    it(`shows ${JSON.stringify(applicant)} as ${JSON.stringify(name)}`, () => {
      expect(truckName(applicant)).toEqual({ name, legalName });
    });
  }
  function checkTradingAs(applicant: string, name: string): void {
    check(applicant, name, applicant);
  }
  checkTradingAs('Datam SF LLC dba Anzu To You', 'Anzu To You');
  checkTradingAs("The New York Frankfurter Co. of CA, Inc. DBA: Annie's Hot Dogs", "Annie's Hot Dogs");
  checkTradingAs("Bay Area Mobile Catering, Inc. dba. Taqueria Angelica's", "Taqueria Angelica's");
  checkTradingAs('Wu Wei LLC (d/b/a MoBowl)', 'MoBowl');
  checkTradingAs('WU WEI LLC D.B.A. MOBOWL', 'Mobowl');
  check('Big dba', 'Big dba');
  check('Adba Foods', 'Adba Foods');
  check("BOWL'D ACAI, LLC.", "Bowl'd Acai, LLC.");
  check('BH & MT LLC', 'BH & MT LLC');
  check('SF BBQ', 'SF BBQ');
  check("CARDONA'S FOOD TRUCK", "Cardona's Food Truck");
  check("O'BRIEN AND MCALLISTER CO", "O'Brien and McAllister Co");
  check('CC Acquisition LLC', 'CC Acquisition LLC');
  check('  Anzu \t To\u200f You ', 'Anzu To You');
  check('', 'Unnamed truck');
});

describe('applicantKey', () => {
  it('does not see case and spacing', () => {
    expect(applicantKey('MAY  Catering ')).toBe(applicantKey('May Catering'));
    expect(applicantKey('May Catering 2')).not.toBe(applicantKey('May Catering'));
  });
});

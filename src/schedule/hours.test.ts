import { describe, expect, it } from 'vitest';
import { rowHours } from './hours.ts';

describe('rowHours', () => {
  function check(start24: string, end24: string, expected: [number, number] | null): void {
    it(`reads ${start24}–${end24} as ${String(expected)}`, () => {
      const [start, end] = expected ?? [];
      expect(rowHours(start24, end24)).toEqual(expected && { start, end });
    });
  }
  check('10:00', '15:00', [600, 900]);
  check('18:00', '24:00', [1080, 1440]);
  check('20:00', '02:00', [1200, 1560]);
  check('20:00', '00:00', [1200, 1440]);
  check('08:00', '08:00', [480, 540]);
  check('00:00', '00:00', [0, 60]);
  check('00:00', '24:00', [0, 1440]);
  check('24:00', '02:00', null);
  check('10:00', '25:00', null);
  check('10am', '2pm', null);
  check('', '', null);
});

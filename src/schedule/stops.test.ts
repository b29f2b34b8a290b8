import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStops } from './stops.ts';
import { clockFromMinutes } from './clock-text.ts';

/** Stops as one line: "10:00-14:00 mon,tue; 17:00-18:00". */
function written(text: string): string {
  return readStops(text)
    .map(({ start, end, weekdays }) => {
      const days = weekdays === null ? '' : ` ${weekdays.map((day) => day.slice(0, 3)).join(',')}`;
      return `${clockFromMinutes(start)}-${clockFromMinutes(end)}${days}`;
    })
    .join('; ');
}

function check(text: string, expected: string): void {
  it(`reads ${JSON.stringify(text)} as "${expected}"`, () => expect(written(text)).toBe(expected));
}

const week = 'mon,tue,wed,thu,fri';

describe('readStops: times', () => {
  check('10:30am-10:35am', '10:30-10:35');
  check('6:45am to 8:30am, 11:30am to 3pm', '06:45-08:30; 11:30-15:00');
  check('9:30AM TO 9:40 AM', '09:30-09:40');
  check('10 a.m. - 2 p.m.', '10:00-14:00');
  check('10a-2p', '10:00-14:00');
  check('1030am-3:00pm', '10:30-15:00');
  check('930am-1130am', '09:30-11:30');
  check('07:00am-07:00pm', '07:00-19:00');
  check('14:00-16:30', '14:00-16:30');
  check('23:00-01:00', '23:00-25:00');
  check('12pm-12:10pm', '12:00-12:10');
  check('12am-1am', '00:00-01:00');
  check('10pm-12am', '22:00-24:00');
  check('noon to 2pm', '12:00-14:00');
  check('8pm-midnight', '20:00-24:00');
  check('12 noon - 12 midnight', '12:00-24:00');
  check('between 10am and 2pm', '10:00-14:00');
  check('10am until 2pm', '10:00-14:00');
  check('9:30am-4:30am', '09:30-28:30');
  check('10am-10am', '10:00-34:00');
});

describe('readStops: a half of the day left out', () => {
  check('11:05-11:10am', '11:05-11:10');
  check('10:20-11:50am', '10:20-11:50');
  check('12:10-12:15pm', '12:10-12:15');
  check('11:50-12:10pm', '11:50-12:10');
  check('11-2pm', '11:00-14:00');
  check('11am-2', '11:00-14:00');
  check('11:50am-12:10', '11:50-12:10');
  check('8:00-9:30', '08:00-09:30');
  check('11:00-2:00', '11:00-14:00');
});

describe('readStops: slips of the pen', () => {
  check('10:30am-4:00pmm', '10:30-16:00');
  check('10:30aam-2ppm', '10:30-14:00');
  check('10:30m-2pm', '10:30-14:00');
  check('10::30am--2pm', '10:30-14:00');
  check('10.30am-2;30pm', '10:30-14:30');
  check('10:30 am -2:00 p.m', '10:30-14:00');
  check('10:30amto2pm', '10:30-14:00');
  check('9.30-10.30am', '09:30-10:30');
  check('8am-9;10am-11am', '08:00-09:00; 10:00-11:00');
  check('09:00-10:00 hrs', '09:00-10:00');
  check('2pm-5pmSat', '14:00-17:00 sat');
  check('10am-2pmM-F', `10:00-14:00 ${week}`);
  check('10:30am–2pm — 4pm‐5pm', '10:30-14:00; 16:00-17:00');
  check('１０：３０ａｍ　－　２ｐｍ', '10:30-14:00');
  check('🌮10am-\u200b2pm\u202e', '10:00-14:00');
});

describe('readStops: what is no time', () => {
  check('351-361 Berry St', '');
  check('351-361 Berry St: 10am-10:10am', '10:00-10:10');
  check('Located at 1483 & 1501 3rd St: 8:30am-8:35am', '08:30-08:35');
  check('Pier 9 - 10am-2pm', '10:00-14:00');
  check('Set-up at 1000-1030 4th St', '');
  check('approx. 60ft - 5pm', '');
  check(`27' 3" - 5pm`, '');
  check('approximately 83.5 feet - 5pm', '');
  check('parking meters #1418 - 5pm', '');
  check('from 2019-2020', '');
  check('two (2) hours before until two (2) hours after ballgames. Call (415) 972-1800', '');
  check('10am - 2 trucks', '');
  check('10am to 1575 Burke', '');
  check('10-2', '');
  check('open at 10am', '');
  check('10:75am-11am', '');
  check('No parking 7am-9am', '');
  check('10am-3pm, closed 12pm-1pm', '10:00-15:00');
});

describe('readStops: weekdays behind a stop', () => {
  check('9:00am-3:00pm (Sat), 9:30am-2:00pm (Sun)', '09:00-15:00 sat; 09:30-14:00 sun');
  check('10am-2pm (M-F)', `10:00-14:00 ${week}`);
  check('10am-2pm (M-Sa)', `10:00-14:00 ${week},sat`);
  check('10am-2pm (M-Su)', `10:00-14:00 sun,${week},sat`);
  check('7:00am-8:00am M-F', `07:00-08:00 ${week}`);
  check('5:30AM TO 6AM MON - FRI', `05:30-06:00 ${week}`);
  check('10:30 AM TO 2:00 PM SUN', '10:30-14:00 sun');
  check('10am to 6pm Mon thru Friday', `10:00-18:00 ${week}`);
  check('10am-2pm (F-M)', '10:00-14:00 sun,mon,fri,sat');
  check('10am-2pm MWF', '10:00-14:00 mon,wed,fri');
  check('10am-2pm MTWTF', `10:00-14:00 ${week}`);
  check('10am-2pm (M W F)', '10:00-14:00 mon,wed,fri');
  check('10am-2pm M-F except W', '10:00-14:00 mon,tue,thu,fri');
  check('10am-2pm (Tu & Th)', '10:00-14:00 tue,thu');
  check('10am-2pm Mon., Wed. and Fridays', '10:00-14:00 mon,wed,fri');
  check('10am-2pm except Sundays', `10:00-14:00 ${week},sat`);
  check('10am-2pm daily', `10:00-14:00 sun,${week},sat`);
  check('9am-10am, 11am-12pm (Sat)', '09:00-10:00; 11:00-12:00 sat');
  check('9am-10am (Sat), 11am-12pm', '09:00-10:00 sat; 11:00-12:00');
  check('9am-10am & 11am-12pm (M-F)', `09:00-10:00 ${week}; 11:00-12:00 ${week}`);
  check('7am-8am, 10am-11am (all M-F)', `07:00-08:00 ${week}; 10:00-11:00 ${week}`);
  check('7am-8am. Set-up at 190 Napoleon: 10am-11am (ALL M-F)', `07:00-08:00 ${week}; 10:00-11:00 ${week}`);
  check('11am-2pm lunch (M-F); 5pm-9pm dinner (F,Sa)', `11:00-14:00 ${week}; 17:00-21:00 fri,sat`);
  check('10am-2pm M-F, Sat 11am-3pm', `10:00-14:00 ${week}; 11:00-15:00 sat`);
});

describe('readStops: weekdays before a stop', () => {
  check('operating Friday, Saturday, & Sunday from 10AM to 8PM', '10:00-20:00 sun,fri,sat');
  check(
    'Mon-Fri: 7am-8am, 10am-11am; Sat: 9am-10am',
    `07:00-08:00 ${week}; 10:00-11:00 ${week}; 09:00-10:00 sat`,
  );
  check('(Sat) 9am-10am, (Sun) 10am-11am', '09:00-10:00 sat; 10:00-11:00 sun');
  check('Weekdays 10am-2pm', `10:00-14:00 ${week}`);
  check('F 10am-2pm', '10:00-14:00 fri');
});

describe('readStops: what is no weekday', () => {
  check('Set-up on the W. side of Capitol: 7:00am-7:00pm', '07:00-19:00');
  check('10am-2pm W. side of street', '10:00-14:00');
  check('Sun Valley 10am-2pm', '10:00-14:00');
  check('West side of F Street: 10am-2pm', '10:00-14:00');
});

describe('readStops', () => {
  it('gives back the stops a text is written from, however they are written', () => {
    const time = fc.integer({ min: 0, max: 1439 });
    const range = fc.record({ start: time, end: time, joint: fc.constantFrom('-', ' - ', ' to ', '–') });
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 5 }),
        fc.constantFrom(', ', ' & ', '. ', '; '),
        (ranges, separator) => {
          const text = ranges.map(({ start, end, joint }) => sign(start) + joint + sign(end)).join(separator);
          const stops = ranges.map(({ start, end }) => ({
            start,
            end: end > start ? end : end + 1440,
            weekdays: null,
          }));
          expect(readStops(`Set-up at 12 4th St: ${text}`)).toEqual(stops);
        },
      ),
    );
  });

  it('accepts any text and gives windows of a day', () => {
    const pieces = fc.constantFrom(
      ...'10 10:30 am pm - to , & . ; ( ) M F Sat noon all (all M-F) 1030 : é ＡＭ '.split(' '),
      ' ',
    );
    const hostile = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        for (const { start, end } of readStops(text)) {
          expect(start >= 0 && start < 1440 && end > start && end <= start + 1440).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '9',
    'a',
    '9 ',
    'a ',
    '10am',
    '10am-',
    '10am-11am',
    '10am-11am&',
    'M,',
    'M-',
    '(',
    '(all ',
    'M-F ',
    '10am M,',
    '-',
    '1:',
    ' ',
    'ﷺ',
    'except M ',
    'M F ',
    '(M, ',
    '10am-11am M, F x ',
  ])('reads 20,000 characters of %j in no more than some milliseconds', (piece) => {
    // Two stops first: a text without times is not read further.
    const text = `10am-11am x 1pm-2pm x ${piece.repeat(Math.ceil(20_000 / piece.length))}`;
    const start = performance.now();
    readStops(text);
    // A quadratic reader needs seconds here; the bound is far above what a busy machine needs for a linear one.
    expect(performance.now() - start).toBeLessThan(500);
  });
});

function sign(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

import { describe, expect, it } from 'vitest';
import { believe } from './certainty.ts';
import { rowHours } from './hours.ts';
import { readStops } from './stops.ts';
import { clockFromMinutes } from './clock-text.ts';
import type { Weekday } from './week.ts';

interface Row {
  readonly text: string;
  readonly hours: string;
  readonly weekday?: Weekday;
}

function believed({ text, hours, weekday = 'friday' }: Row): string {
  const [start = '', end = ''] = hours.split('-');
  const window = rowHours(start, end);
  if (window === null) throw new Error(hours);
  const { certainty, windows } = believe({ weekday, hours: window, stops: readStops(text) });
  return `${certainty} ${windows.map((one) => `${clockFromMinutes(one.start)}-${clockFromMinutes(one.end)}`).join(' ')}`;
}

describe('believe', () => {
  function check(title: string, row: Row, expected: string): void {
    it(title, () => expect(believed(row)).toBe(expected));
  }
  check(
    'believes the hours when the text holds no stop',
    { text: 'north side', hours: '10:00-15:00' },
    'hours 10:00-15:00',
  );
  check(
    'believes a stop inside the hours',
    { text: '10:30am-2:30pm', hours: '10:00-15:00' },
    'stated 10:30-14:30',
  );
  check(
    'keeps only the stops that overlap',
    { text: '7am-8am, 11am-12pm', hours: '11:00-12:00' },
    'stated 11:00-12:00',
  );
  check(
    'unites stops that touch',
    { text: '9:56am-9:57am & 9:57am-9:58am', hours: '09:00-10:00' },
    'stated 09:56-09:58',
  );
  check(
    'finds a conflict when none overlaps',
    { text: '7am-8am', hours: '11:00-12:00' },
    'conflict 11:00-12:00',
  );
  check(
    'finds a conflict when a stop only touches',
    { text: '10am-11am', hours: '11:00-12:00' },
    'conflict 11:00-12:00',
  );
  check(
    'finds a conflict on another weekday',
    { text: '9am-3pm (Sat)', hours: '09:00-15:00' },
    'conflict 09:00-15:00',
  );
  check(
    'keeps a stop that reaches 30 minutes further',
    { text: '9:30am-11:30am', hours: '10:00-11:00' },
    'stated 09:30-11:30',
  );
  check(
    'clips a stop that ends 31 minutes later',
    { text: '9:45am-11:31am', hours: '10:00-11:00' },
    'stated 10:00-11:00',
  );
  check(
    'clips a stop that starts 31 minutes earlier',
    { text: '9:29am-10:30am', hours: '10:00-11:00' },
    'stated 10:00-10:30',
  );
  check('clips a slip for pm', { text: '9:30am-4:30am', hours: '09:00-17:00' }, 'stated 09:30-17:00');
  check(
    'puts a stop after midnight into the night',
    { text: '12:30am-1:30am', hours: '20:00-02:00' },
    'stated 24:30-25:30',
  );
  check('keeps a stop over midnight', { text: '9pm-1am', hours: '20:00-02:00' }, 'stated 21:00-25:00');
  check(
    'lets last night reach into a morning row',
    { text: '8pm-2am', hours: '00:00-03:00' },
    'stated 00:00-02:00',
  );
  check(
    "lets last night's weekday decide there",
    { text: '8pm-2am (F)', hours: '00:00-02:00', weekday: 'saturday' },
    'stated 00:00-02:00',
  );
  check('never starts before midnight', { text: '11:45pm-1am', hours: '00:00-01:00' }, 'stated 00:00-01:00');
});

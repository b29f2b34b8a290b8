import { describe, expect, it } from 'vitest';
import { readMoment } from './moment.ts';

describe('readMoment', () => {
  const now = { weekday: 'wednesday', minute: 605 } as const;

  it.each([
    ['friday 12:00', 'friday', 720],
    ['Fri noon', 'friday', 720],
    ['12:30 pm', 'wednesday', 750],
    ['12:30 P.M.', 'wednesday', 750],
    ['12 am sat', 'saturday', 0],
    ['thurs. 9am', 'thursday', 540],
    ['sunday at midnight', 'sunday', 0],
    ['tomorrow 23:59', 'thursday', 1439],
    ['today, 7', 'wednesday', 420],
    ['monday', 'monday', 605],
    ['now', 'wednesday', 605],
  ])('reads "%s"', (words, weekday, minute) => {
    expect(readMoment(words, now)).toEqual({ weekday, minute });
  });

  it.each([
    '',
    'soon',
    'fr 12:00',
    '25:00',
    '24:00',
    '13 pm',
    '0am',
    '12:60',
    'friday saturday',
    '9 10',
    '-1',
    'fridays',
  ])('reads nothing in "%s"', (words) => {
    expect(readMoment(words, now)).toBeNull();
  });
});

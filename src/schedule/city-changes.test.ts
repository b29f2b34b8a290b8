import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { changesOf, type CityChange } from './city-changes.ts';
import { readCity } from './read-city.ts';
import type { SnapshotRow } from './snapshot.ts';

type Rows = readonly Partial<SnapshotRow>[];

function changes(before: Rows, after: Rows): CityChange[] {
  const [was, is] = [before, after].map((rows) => readCity(snapshot(rows.map((parts) => row(parts)))));
  return changesOf(was!, is!);
}

/** "times Anzu To You, 2535 Taylor St: fri 600–900 → fri 600–960". */
function words({ kind, truck, place, from, places, before, after }: CityChange): string {
  const times = (list: CityChange['before']) =>
    list
      .map(({ days, start, end }) => `${days.map((day) => day.slice(0, 3)).join()} ${start}–${end}`)
      .join('; ');
  const where = `${from === null ? '' : `${from.name} → `}${place?.name ?? `${places} places`}`;
  return `${kind} ${truck.name}, ${where}: ${times(before)} → ${times(after)}`;
}

describe('changesOf', () => {
  function check(name: string, [before, after]: readonly [Rows, Rows], expected: readonly string[]): void {
    it(name, () => expect(changes(before, after).map(words)).toEqual(expected));
  }
  const clay = { address: '1 CLAY ST', latitude: null } as const;
  const evening = { text: '6:00pm-7:00pm' };
  const split: Rows = [
    { start24: '20:00', end24: '24:00' },
    { weekday: 'saturday', start24: '00:00', end24: '02:00' },
  ];
  const twoDays: Rows = [{}, { weekday: 'monday' }];
  const taylor = 'Anzu To You, 2535 Taylor St';

  check('finds nothing between a city and itself', [twoDays, twoDays.toReversed()], []);
  check('tells a truck that appeared', [[], twoDays], [`appeared ${taylor}:  → mon,fri 600–900`]);
  check('tells a stop that is gone', [[{}, clay], [{}]], ['gone Anzu To You, 1 Clay St: fri 600–900 → ']);
  check(
    'tells a move by its equal times',
    [[{}], [clay]],
    ['moved Anzu To You, 2535 Taylor St → 1 Clay St: fri 600–900 → fri 600–900'],
  );
  check(
    'calls it no move when the times differ',
    [[{}], [{ ...clay, start24: '11:00' }]],
    ['appeared Anzu To You, 1 Clay St:  → fri 660–900', `gone ${taylor}: fri 600–900 → `],
  );
  check('tells other times', [[{}], [{ end24: '16:00' }]], [`times ${taylor}: fri 600–900 → fri 600–960`]);
  check('sees none where the city splits a night', [[{ start24: '20:00', end24: '02:00' }], split], []);
  check(
    'tells what the text says to the minute',
    [[{}], [{ text: '10:30am-2:30pm' }]],
    [`times ${taylor}: fri 600–900 → fri 630–870`],
  );
  check('tells a lapse', [[{}], [{ standing: 'lapsed' }]], [`lapsed ${taylor}: fri 600–900 → `]);
  check(
    'tells a renewal after a lapse',
    [[{ standing: 'lapsed' }], [{ permit: '22MFF-2' }]],
    [`renewed ${taylor}:  → fri 600–900`],
  );
  check(
    'tells that a permit goes into renewal',
    [[{}], [{ standing: 'renewing' }]],
    [`expired ${taylor}: fri 600–900 → fri 600–900`],
  );
  check(
    'tells that it was renewed',
    [[{ standing: 'renewing' }], [{}]],
    [`renewed ${taylor}: fri 600–900 → fri 600–900`],
  );
  check('tells that text and hours disagree', [[{}], [evening]], [`doubted ${taylor}: fri 600–900 → `]);
  check('tells that they agree again', [[evening], [{}]], [`settled ${taylor}:  → fri 600–900`]);
  check('passes over what readers do not see', [[{ standing: 'lapsed' }], []], []);
  check('passes over a pin a metre aside and other food', [[{}], [{ latitude: 37.80589, food: 'Buns' }]], []);
  check(
    'tells one thing at many places as one',
    [[], [1, 2, 3, 4].map((number) => ({ address: `${number} CLAY ST` }))],
    ['appeared Anzu To You, 4 places:  → '],
  );

  it('bounds the times that it tells', () => {
    const rows = Array.from({ length: 9 }, (_, hour) => ({
      start24: `${10 + hour}:00`,
      end24: `${10 + hour}:30`,
    }));
    const [change] = changes([], rows);
    expect(change!.after).toHaveLength(6);
  });

  it('finds for any two cities as many appearances one way as losses the other way', () => {
    const rows: fc.Arbitrary<Rows> = fc.array(
      fc.record({
        applicant: fc.constantFrom('A', 'B', 'C'),
        address: fc.constantFrom('1 CLAY ST', '2 CLAY ST'),
        weekday: fc.constantFrom('monday', 'friday'),
        start24: fc.constantFrom('10:00', '20:00'),
        end24: fc.constantFrom('12:00', '24:00', '02:00'),
        standing: fc.constantFrom('permitted', 'renewing', 'lapsed'),
      }),
      { maxLength: 6 },
    );
    const opposite: Readonly<Record<string, string>> = {
      appeared: 'gone',
      gone: 'appeared',
      moved: 'moved',
      times: 'times',
    };
    const told = (list: CityChange[], turn: (kind: string) => string) =>
      list
        .filter(({ kind }) => kind in opposite)
        .map(({ kind, truck }) => `${turn(kind)} ${truck.name}`)
        .sort();
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        expect(changes(one, one)).toEqual([]);
        expect(told(changes(one, other), (kind) => kind)).toEqual(
          told(changes(other, one), (kind) => opposite[kind]!),
        );
      }),
    );
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readCity } from '../src/schedule/read-city.ts';
import type { SnapshotRow } from '../src/schedule/snapshot.ts';
import { linesOf, plainText } from './open/lines.ts';
import { readMoment } from './open/moment.ts';
import { showPages, type Terminal } from './open/pager.ts';
import { sightingsAt } from './open/sightings.ts';

function row(changes: Partial<SnapshotRow> = {}): SnapshotRow {
  return {
    permit: '26MFF-00001', locationId: '1', weekday: 'friday', start24: '11:00', end24: '14:00', applicant: 'Anchor Soups',
    address: '401 CLAY ST', text: '', food: 'Soup', cold: false, latitude: 37.79, longitude: -122.4, standing: 'permitted',
    status: 'APPROVED', expiresOn: null, permitFood: null, facility: null, crossStreets: null, scheduleUrl: null, ...changes,
  }; // prettier-ignore
}

const fridayNoon = { weekday: 'friday', minute: 720 } as const;

function linesAt(
  at: Parameters<typeof sightingsAt>[1],
  columns: number | null,
  ...rows: SnapshotRow[]
): string[] {
  return linesOf(sightingsAt(readCity({ rows, problems: [] }), at), at, columns);
}

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

describe('the list', () => {
  it('names truck, place and closing time, A–Z, and marks times that are whole hours only', () => {
    const lines = linesAt(
      fridayNoon,
      null,
      row({ applicant: 'Willet Tea', locationId: '2', text: '11:30am-2:30pm' }),
      row(),
      row({ applicant: 'anchor 2', locationId: '3', address: '1 MARKET ST', end24: '13:00' }),
    );
    expect(lines).toEqual([
      'anchor 2      1 Market St  ≈ until 1 pm',
      'Anchor Soups  401 Clay St  ≈ until 2 pm',
      'Willet Tea    401 Clay St    until 2:30 pm',
    ]);
  });

  it('lists the same truck at every place, and once at each', () => {
    const lines = linesAt(
      fridayNoon,
      null,
      row(),
      row({ locationId: '2', end24: '15:00' }),
      row({ locationId: '3', address: '2 PINE ST' }),
    );
    expect(lines).toEqual([
      'Anchor Soups  2 Pine St    ≈ until 2 pm',
      'Anchor Soups  401 Clay St  ≈ until 3 pm',
    ]);
  });

  it('leaves out lapsed permits, conflicts, and who has just closed or not yet opened', () => {
    const other = [
      row({ standing: 'lapsed', locationId: '2' }),
      row({ text: '7:00am-7:10am', locationId: '3' }),
      row({ end24: '12:00', locationId: '4' }),
      row({ text: '12:05pm-12:10pm', locationId: '5' }),
      row({ weekday: 'saturday', locationId: '6' }),
    ];
    expect(linesAt(fridayNoon, null, ...other)).toEqual([]);
  });

  it('keeps renewing and unknown permits', () => {
    const rows = [
      row({ standing: 'renewing' }),
      row({ standing: 'unknown', applicant: 'Zephyr', locationId: '2' }),
    ];
    expect(linesAt(fridayNoon, null, ...rows)).toHaveLength(2);
  });

  it('joins rows that meet at midnight, from Saturday into Sunday too', () => {
    const rows = [
      row({ weekday: 'saturday', start24: '20:00', end24: '24:00' }),
      row({ weekday: 'sunday', start24: '00:00', end24: '02:00' }),
    ];
    expect(linesAt({ weekday: 'saturday', minute: 1380 }, null, ...rows)).toEqual([
      'Anchor Soups  401 Clay St  ≈ until 2 am',
    ]);
    const night = row({ weekday: 'saturday', start24: '20:00', end24: '02:00' });
    expect(linesAt({ weekday: 'sunday', minute: 60 }, null, night)).toEqual([
      'Anchor Soups  401 Clay St  ≈ until 2 am',
    ]);
  });

  it('says so when a truck never closes', () => {
    const always = (['friday', 'saturday'] as const).map((weekday) =>
      row({ weekday, start24: '00:00', end24: '24:00' }),
    );
    expect(linesAt(fridayNoon, null, ...always)).toEqual(['Anchor Soups  401 Clay St  ≈ around the clock']);
  });

  it.each([20, 40, 60, 80, 200])('fits into %i columns', (columns) => {
    const rows = [
      row({ applicant: `${'Very '.repeat(20)}Long`, address: `1 ${'VERY '.repeat(20)}LONG ST` }),
      row({ applicant: '夜市夜市夜市夜市夜市', locationId: '2' }),
    ];
    for (const line of linesAt(fridayNoon, columns, ...rows)) {
      const wide = line.match(/[\u3000-\u9fff]/g)?.length ?? 0;
      expect(line.length + wide).toBeLessThanOrEqual(columns);
    }
  });

  it('lets no control character, escape sequence or direction mark through', () => {
    expect(plainText('a\u001b[31mred\u001b[0m\u0007\r\nb\u009b2Jc \u202etxt\u2066 \u200f!\ud800')).toBe(
      'ared bc txt !\ufffd',
    );
    const hostile = row({
      applicant: '\u001b]0;title\u0007Bobby \u202eburgers',
      address: '1 \u001b[2JMARKET ST',
    });
    expect(linesAt(fridayNoon, null, hostile).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('showPages', () => {
  /** A terminal whose keys were pressed beforehand; `output` is all it was given, `restored` counts how often it was freed. */
  function terminal(
    keys: readonly string[],
    interactive = true,
  ): Terminal & { output: string; restored: number } {
    const left = [...keys];
    return {
      interactive,
      columns: 80,
      output: '',
      restored: 0,
      write(text) {
        this.output += text;
      },
      keys() {
        return {
          next: () => {
            const value = left.shift();
            return Promise.resolve(value === undefined ? { done: true, value } : { done: false, value });
          },
          return: () => {
            this.restored++;
            return Promise.resolve({ done: true, value: undefined });
          },
        };
      },
    };
  }

  const lines = Array.from({ length: 25 }, (_, index) => `truck ${index + 1}.`);
  const shown = (output: string) => output.match(/truck \d+\./g)?.length ?? 0;

  it('shows ten, and ten more for each key', async () => {
    const screen = terminal([' ', 'x']);
    await showPages(lines, screen);
    expect(shown(screen.output)).toBe(25);
    expect(screen.output).toContain('10 of 25; any key for more, q to quit');
    expect(screen.output).toContain('20 of 25');
    expect(screen.restored).toBe(1);
  });

  it.each([['q'], ['Q'], ['\u0003'], ['\u0004'], ['\u001b']])(
    'stops at %j and gives the terminal back',
    async (key) => {
      const screen = terminal([key, ' ']);
      await showPages(lines, screen);
      expect(shown(screen.output)).toBe(10);
      expect(screen.restored).toBe(1);
    },
  );

  it('stops when the keys end', async () => {
    const screen = terminal([]);
    await showPages(lines, screen);
    expect(shown(screen.output)).toBe(10);
  });

  it('asks for no key when one page is enough or nobody can press one', async () => {
    const few = terminal([]);
    await showPages(lines.slice(0, 10), few);
    expect(few.output).toBe(`${lines.slice(0, 10).join('\n')}\n`);
    const pipe = terminal([], false);
    await showPages(lines, pipe);
    expect(pipe.output).toBe(`${lines.join('\n')}\n`);
    const none = terminal([]);
    await showPages([], none);
    expect(none.output).toBe('');
  });
});

const sample = [
  '--schedule',
  'data/sample/schedule.json',
  '--permits',
  'data/sample/permits.json',
  '--as-of',
  '2026-11-20',
];

describe('npm run open', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/open.ts', ...args], { encoding: 'utf8' });

  it('prints everything at once into a pipe, and what it is to stderr', () => {
    const { status, stdout, stderr } = run(...sample, '--at', 'friday 12:00');
    expect(status).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    expect(stderr).toMatch(/^Friday, noon in San Francisco: \d+ trucks at \d+ stops\.\n$/);
    expect(stderr).toContain(`${lines.length} stops`);
  });

  it.each([
    [['--at', 'someday']],
    [['--city', 'atlantis']],
    [['--as-of', 'tomorrow']],
    [['--permits', 'x.json']],
    [['--unknown']],
  ])('exits with 2 after %j', (args) => {
    const { status, stdout } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('ends quietly when its reader goes away', () => {
    const words = [process.execPath, 'scripts/open.ts', ...sample, '--at', "'friday 12:00'"].join(' ');
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${words} | head -n 1`], {
      encoding: 'utf8',
    });
    expect([status, stdout.split('\n').length]).toEqual([0, 2]);
    expect(stderr).not.toContain('EPIPE');
  });

  const pseudoTerminal =
    spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

  it.skipIf(!pseudoTerminal)('pages in a real terminal and leaves it as it was', async () => {
    const words = [process.execPath, 'scripts/open.ts', ...sample, '--at', "'friday 12:00'"].join(' ');
    const inner = `${words}; echo "exit code $?"; stty -a`;
    const child = spawn('script', ['-qec', inner, '/dev/null'], {
      env: { ...process.env, SHELL: '/bin/sh' },
    });
    const keys = [' ', 'q'];
    let output = '';
    for await (const chunk of child.stdout) {
      const before = output.split('any key').length;
      output += String(chunk);
      if (output.split('any key').length > before) child.stdin.write(keys.shift() ?? 'q');
    }
    expect(keys).toEqual([]);
    expect(output).toContain('20 of ');
    expect(output).not.toContain('30 of ');
    expect(output).toContain('exit code 0');
    expect(output).toMatch(/ icanon\b/);
  });
});

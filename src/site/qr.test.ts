import { describe, expect, it } from 'vitest';
import { qrCode } from './qr.ts';

/** The modules that a path covers, as rows of "#" and "." */
function drawn({ size, path }: ReturnType<typeof qrCode>): string[] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'));
  let [x, y] = [0, 0];
  for (const [, command, numbers = ''] of path.matchAll(/([Mmh])([\d. -]+)/g)) {
    const [first = 0, second = 0] = numbers.split(' ').map(Number);
    if (command === 'M') [x, y] = [first, second - 0.5];
    else if (command === 'm') x += first;
    else for (let end = x + first; x < end; x += 1) rows[y]![x] = '#';
  }
  return rows.map((row) => row.join(''));
}

describe('qrCode', () => {
  it('draws the three finders that a reader looks for, and nothing outside the square', () => {
    const rows = drawn(qrCode('https://curbside.example/sf/place/90-broadway/'));
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    expect(rows.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(finder);
    expect(rows.slice(0, 7).map((row) => row.slice(-7))).toEqual(finder);
    expect(rows.slice(-7).map((row) => row.slice(0, 7))).toEqual(finder);
    expect(rows.every((row) => row.length === rows.length)).toBe(true);
  });

  it('is another one for another address, and the same for the same', () => {
    const [one, again, other] = ['a', 'a', 'b'].map((end) => qrCode(`https://curbside.example/${end}`).path);
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });
});

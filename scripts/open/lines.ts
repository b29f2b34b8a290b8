import { stripVTControlCharacters } from 'node:util';
import { formatUntil } from '../../src/schedule/format.ts';
import type { Sighting } from './sightings.ts';

/** Below this many cells a terminal has room for names and addresses only. */
const narrow = 60;

/**
 * One line for each sighting, in aligned columns: "Anchor Soups  401 Clay St  until 2:30 pm". "≈" stands before a closing
 * time that the city gives in whole hours only. With `columns`, no line takes more cells of a terminal: names and addresses
 * then end in "…".
 */
export function linesOf(sightings: readonly Sighting[], columns: number | null): string[] {
  const width = columns ?? Infinity;
  const rows = sightings.map((sighting) => {
    const { truck, place } = sighting;
    return [
      plainText(truck.name),
      plainText(place.address),
      width < narrow ? '' : closingTime(sighting),
    ] as const;
  });
  const widest = (column: 0 | 1 | 2) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[column])), 0);
  const [nameWidth, addressWidth] = fit([widest(0), widest(1)], width - widest(2) - 4);
  return rows.map(([name, address, until]) =>
    `${padded(name, nameWidth)}  ${padded(address, addressWidth)}  ${until}`.trimEnd(),
  );
}

function closingTime({ closesAt, rough }: Sighting): string {
  return `${rough ? '≈' : ' '} ${formatUntil(closesAt)}`;
}

/** The widths of both columns in what room there is: names may take half, and more where addresses are short. */
function fit([name, address]: readonly [number, number], room: number): [name: number, address: number] {
  const nameWidth = Math.max(1, Math.min(name, Math.max(Math.floor(room / 2), room - address)));
  return [nameWidth, Math.max(1, Math.min(address, room - nameWidth))];
}

/**
 * Text from outside, made safe for a terminal: one line, without control characters, escape sequences and marks that turn
 * the reading direction.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

function padded(text: string, width: number): string {
  const short = shortened(text, width);
  return short + ' '.repeat(Math.max(0, width - widthOf(short)));
}

function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of graphemes().segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Cells of a terminal: two for Chinese, Japanese, Korean and emoji, none for combining marks. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes().segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** East Asian Wide and Fullwidth, roughly (Unicode annex 11). */
const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

let segmenter: Intl.Segmenter | null = null;

function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter;
}

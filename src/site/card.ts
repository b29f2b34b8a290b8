import { ramp, type Color } from './png.ts';
import { xmlText } from './xml.ts';

/** The picture that goes with a link to a page. It says nothing that another hour would make untrue. */
export interface CardFacts {
  readonly city: string;
  readonly sample: boolean;
  readonly title: string;
  /** A smaller line; empty for none. */
  readonly line: string;
  /** How busy each hour of a day is, 0 to 10; none for a truck. */
  readonly levels: readonly number[];
}

/** Width and height of a card in points. */
export const cardSize = { width: 1200, height: 630 } as const;
const [paper, ink, hot]: readonly [Color, Color, Color] = ['#fffdf7', '#1c1a16', '#c4301c'];
const sun: Color = '#f4b400';
/** All colours that a card may have. */
export const cardPalette = [...ramp(paper, ink, 4), ...ramp(paper, hot, 3).slice(1), sun];
const margin = 84;
/** Letters that fit a line of the title, at its size. */
const titleLetters = 21;

/** The drawing of a card. */
export function cardSvg({ city, sample, title, line, levels }: CardFacts): string {
  const text = (at: { x?: number; y: number; size: number; fill: Color }, words: string) =>
    `<text x="${at.x ?? margin}" y="${at.y}" font-size="${at.size}" fill="${at.fill}">${xmlText(words)}</text>`;
  const head = sample ? 'Sample data, made up' : `Food trucks in ${city}`;
  const lines = titleLines(title);
  const bars = levels.map((level, hour) => {
    return `<rect x="${margin + hour * 43}" y="${560 - level * 17}" width="33" height="${level * 17}" fill="${hot}"/>`;
  });
  const stripes = Array.from({ length: 8 }, (_, index) => {
    return `<rect x="${index * 160}" width="140" height="26" fill="${index % 2 === 0 ? hot : sun}"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" font-family="DejaVu Sans" font-weight="700">` +
    `<rect width="${cardSize.width}" height="${cardSize.height}" fill="${paper}"/>${stripes.join('')}` +
    text({ y: 130, size: 32, fill: hot }, head) +
    lines.map((words, index) => text({ y: 236 + index * 88, size: 72, fill: ink }, words)).join('') +
    text({ y: levels.length > 0 ? 320 : 250 + lines.length * 88, size: 36, fill: ink }, line) +
    bars.join('') +
    (levels.length > 0 ? '' : text({ y: 560, size: 32, fill: ink }, 'Curbside')) +
    `</svg>`
  );
}

/** A title in two lines at most, cut between words where it can be. */
function titleLines(title: string): string[] {
  const lines: string[] = [''];
  for (const word of title.split(/\s+/)) {
    const longer = `${lines.at(-1)!} ${word}`.trim();
    if (longer.length <= titleLetters || lines.at(-1) === '') lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  const told = lines
    .slice(0, 2)
    .map((line) => (line.length > titleLetters + 3 ? `${line.slice(0, titleLetters)}…` : line));
  return lines.length > 2 ? [told[0]!, `${told[1]!.replace(/…$/, '')}…`] : told;
}

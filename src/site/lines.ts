import simplify from 'simplify-js';

/** A point of a map in whole units from its upper left corner. */
export type MapPoint = readonly [x: number, y: number];

/** A line on a map. */
export type MapLine = readonly MapPoint[];

/** One end of a line, as seen from the point where it meets others. */
interface End {
  readonly line: MapLine;
  readonly index: number;
}

/** Side of the squares in which lines are sorted, in units of the map. */
const cellSize = 400;

/** Lines that go on within this angle are one, as streets are that run over a crossing; its cosine. */
const straightOn = Math.cos((40 * Math.PI) / 180);

/**
 * Fewer and longer lines with the same course: where lines meet, each goes on in the straightest one left. Drawn they
 * look the same; written, a street of thirty blocks is one line instead of thirty. The order of the lines decides.
 */
export function joinLines(lines: readonly MapLine[]): MapLine[] {
  const long = lines.filter((line) => line.length > 1);
  const ends = Map.groupBy(
    long.flatMap((line, index): (End & { at: string })[] => [
      { line, index, at: line[0]!.join() },
      { line: line.toReversed(), index, at: line.at(-1)!.join() },
    ]),
    ({ at }) => at,
  );
  const used = new Set<number>();
  const goOn = (line: MapLine): MapLine => {
    const grown = [...line];
    for (;;) {
      const [before, last] = [grown.at(-2)!, grown.at(-1)!];
      const next = straightest(
        before,
        last,
        (ends.get(last.join()) ?? []).filter(({ index }) => !used.has(index)),
      );
      if (next === null) return grown;
      used.add(next.index);
      grown.push(...next.line.slice(1));
    }
  };
  return long.flatMap((line, index) => {
    if (used.has(index)) return [];
    used.add(index);
    return [goOn(goOn(line).toReversed())];
  });
}

function straightest(before: MapPoint, at: MapPoint, ends: readonly End[]): End | null {
  let best: End | null = null;
  let most = straightOn;
  for (const end of ends) {
    const cosine = cosineOf(before, at, end.line[1]!);
    if (cosine > most) [best, most] = [end, cosine];
  }
  return best;
}

/** Of the angle by which a way from `before` over `at` to `next` turns: 1 goes straight on. */
function cosineOf(before: MapPoint, at: MapPoint, next: MapPoint): number {
  const [ax, ay, bx, by] = [at[0] - before[0], at[1] - before[1], next[0] - at[0], next[1] - at[1]];
  return (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by) || 1);
}

/** A line without the points nearer than `tolerance` to the straight way between those that stay. */
export function simplifyLine(line: MapLine, tolerance: number): MapLine {
  const points = line.map(([x, y]) => ({ x, y }));
  return simplify(points, tolerance, true).map(({ x, y }): MapPoint => [x, y]);
}

/**
 * Lines as an SVG path of relative steps, each line beginning near the end of the one before: small numbers,
 * many of them alike, compress well.
 */
export function pathOfLines(lines: readonly MapLine[]): string {
  let [x, y] = [0, 0];
  const step = ([nextX, nextY]: MapPoint) => {
    const text = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return text;
  };
  return inShortSteps(lines)
    .map(([first, ...rest]) => `m${step(first!)}l${rest.map(step).join(' ')}`)
    .join('')
    .replaceAll(' -', '-');
}

function inShortSteps(lines: readonly MapLine[]): MapLine[] {
  const cells = Map.groupBy(lines, ([first]) => cellOf(first!));
  const ordered: MapLine[] = [];
  let at: MapPoint = [0, 0];
  for (const cell of [...cells.keys()].sort((a, b) => a - b)) {
    const left = [...cells.get(cell)!];
    while (left.length > 0) {
      const line = nearestOf(left, at);
      left.splice(left.indexOf(line), 1);
      ordered.push(isTurned(line, at) ? line.toReversed() : line);
      at = ordered.at(-1)!.at(-1)!;
    }
  }
  return ordered;
}

/** Squares of a map in the order of a plough: one row eastwards, the next one back. */
function cellOf([x, y]: MapPoint): number {
  const [column, row] = [Math.floor(x / cellSize), Math.floor(y / cellSize)];
  return row * 1024 + (row % 2 === 0 ? column : 1023 - column);
}

function nearestOf(lines: readonly MapLine[], at: MapPoint): MapLine {
  let [best, least] = [lines[0]!, Infinity];
  for (const line of lines) {
    const distance = Math.min(distanceOf(at, line[0]!), distanceOf(at, line.at(-1)!));
    if (distance < least) [best, least] = [line, distance];
  }
  return best;
}

function isTurned(line: MapLine, at: MapPoint): boolean {
  return distanceOf(at, line[0]!) > distanceOf(at, line.at(-1)!);
}

function distanceOf(a: MapPoint, b: MapPoint): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
}

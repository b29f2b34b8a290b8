import { crc32, deflateSync } from 'node:zlib';

/** "#rrggbb". */
export type Color = `#${string}`;

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of at most sixteen colours, four bits a point (W3C PNG, 11.2): each point of the RGBA picture gets the nearest of them. */
export function palettePng(
  pixels: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  palette: readonly Color[],
): Buffer {
  const colors = palette.map((color) => Buffer.from(color.slice(1), 'hex'));
  const nearest = new Map<number, number>();
  const rowBytes = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(rowBytes * height);
  for (let point = 0; point < width * height; point += 1) {
    const at = point * 4;
    const color = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    let index = nearest.get(color);
    if (index === undefined) {
      index = nearestOf(colors, color);
      nearest.set(color, index);
    }
    const x = point % width;
    const byte = ((point - x) / width) * rowBytes + 1 + (x >> 1);
    rows[byte]! |= x % 2 === 0 ? index << 4 : index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3], 8); // bits of a point, and that it is a number in the palette
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.concat(colors)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Colours from one to another, both among them. */
export function ramp(from: Color, to: Color, count: number): Color[] {
  const [a, b] = [Buffer.from(from.slice(1), 'hex'), Buffer.from(to.slice(1), 'hex')];
  return Array.from({ length: count }, (_, step): Color => {
    const mixed = a.map((value, part) => value + ((b[part]! - value) * step) / (count - 1));
    return `#${Buffer.from(mixed).toString('hex')}`;
  });
}

function nearestOf(colors: readonly Buffer[], color: number): number {
  const parts = [color >> 16, (color >> 8) & 255, color & 255];
  const far = (one: Buffer) => parts.reduce((sum, part, index) => sum + (part - one[index]!) ** 2, 0);
  const distances = colors.map(far);
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

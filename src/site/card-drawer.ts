import { initWasm, Resvg } from '@resvg/resvg-wasm';
import engine from '@resvg/resvg-wasm/index_bg.wasm?inline';
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?inline';
import { cardPalette, cardSize } from './card.ts';
import { palettePng } from './png.ts';

let started: Promise<Uint8Array> | null = null;

/** A card's drawing as a PNG in its sixteen colours, always the same bytes. The first costs some 0.1 s more. */
export async function drawCard(svg: string): Promise<Buffer> {
  started ??= start();
  const options = { font: { fontBuffers: [await started], defaultFontFamily: 'DejaVu Sans' } };
  const picture = new Resvg(svg, options);
  const rendered = picture.render();
  const png = palettePng(rendered.pixels, cardSize, cardPalette);
  rendered.free();
  picture.free();
  return png;
}

/** A square drawing without letters as a PNG of so many points, always the same bytes. */
export async function drawIcon(svg: string, size: number): Promise<Uint8Array> {
  await (started ??= start());
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size } });
  const rendered = picture.render();
  const png = rendered.asPng();
  rendered.free();
  picture.free();
  return png;
}

/** Engine and font are parts of the compiled site: no file of the machine decides how a card looks. */
async function start(): Promise<Uint8Array> {
  await initWasm(bytesOf(engine));
  return bytesOf(bold);
}

function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'));
}

import fs from 'node:fs';
import path from 'node:path';
import { digest } from '../digest.ts';
import { writeFileAtomic } from '../disk.ts';
import { cardPalette, cardSvg, type CardFacts } from './card.ts';

/** What turns a drawing into points, as installed; another one makes other bytes. */
export const drawer = 'resvg-wasm 2.6.2, dejavu-fonts-ttf 2.37.3';

const digestLength = 22;

/**
 * A PNG of 1200 by 630 points, always the same for the same facts. Drawing one takes as long as thirty pages, so it is
 * kept by the digest of its drawing in the folder that `CURBSIDE_CARDS` names, if any, and loads the engine only if due.
 */
export async function cardPng(facts: CardFacts): Promise<Uint8Array> {
  const svg = cardSvg(facts);
  const folder = process.env['CURBSIDE_CARDS'];
  if (!folder) return await draw(svg);
  const file = path.join(folder, digest(JSON.stringify([drawer, cardPalette, svg])));
  const kept = readKept(file);
  if (kept !== null) return kept;
  const png = await draw(svg);
  writeFileAtomic(file, Buffer.concat([Buffer.from(digest(png)), png]));
  return png;
}

async function draw(svg: string): Promise<Uint8Array> {
  const { drawCard } = await import('./card-drawer.ts');
  return await drawCard(svg);
}

/** A kept picture stands after its own digest: one that was damaged is drawn again. */
function readKept(file: string): Uint8Array | null {
  if (!fs.existsSync(file)) return null;
  const content = fs.readFileSync(file);
  const png = content.subarray(digestLength);
  return content.toString('latin1', 0, digestLength) === digest(png) ? png : null;
}

import type { CardFacts } from './card.ts';
import { cardPng } from './card-png.ts';

/** A card's response. */
export async function cardResponse(facts: CardFacts): Promise<Response> {
  return new Response(Uint8Array.from(await cardPng(facts)), { headers: { 'content-type': 'image/png' } });
}

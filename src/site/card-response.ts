import type { CardFacts } from './card.ts';

/** A card's response. What draws it is loaded here and not with the list of cards, which every build asks for. */
export async function cardResponse(facts: CardFacts): Promise<Response> {
  const { cardPng } = await import('./card.ts');
  return new Response(Uint8Array.from(await cardPng(facts)), { headers: { 'content-type': 'image/png' } });
}

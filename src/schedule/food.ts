import { foodKinds } from './food-kinds.ts';
import type { FoodKind } from './food-kinds.ts';

/** What a text says is not sold: "everything except for hot dogs", "everything but hot dogs", "no pork". */
const denied = /\b(?:except(?:ing)?(?: for)?|excluding|but(?: not)?|no|not|without|other than)\s+[^,.;:()]*/g;

/** The kinds of food that texts of the city name, in the order of `foodKinds`; each once. */
export function foodKindsIn(texts: Iterable<string>): readonly FoodKind[] {
  const found = new Set<FoodKind>();
  for (const text of texts) {
    const sold = text.toLowerCase().replace(denied, ' ');
    for (const kind of foodKinds) {
      if (!found.has(kind) && kind.pattern.test(sold)) found.add(kind);
    }
  }
  return foodKinds.filter((kind) => found.has(kind));
}

/** How a picture is cut and written. */
export interface Recipe {
  readonly widths: readonly number[];
  /** Width by height. */
  readonly ratio: readonly [number, number];
}

/** Two sizes, always three to two: the box on the page is known before the picture is. */
export const photoRecipe: Recipe = { widths: [960, 480], ratio: [3, 2] };

/** The name of a kept picture's file in one of its widths. */
export function photoName(key: string, width: number): string {
  return `${key}-${width}.webp`;
}

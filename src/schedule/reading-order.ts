/**
 * Items in the order readers expect: by name without regard to case and accents, numbers by value, ties by `ties` in
 * turn and by code unit. Independent of the machine's locale.
 */
export function inReadingOrder<Item>(
  items: readonly Item[],
  textsOf: (item: Item) => readonly string[],
): readonly Item[] {
  const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  const keyed = items.map((item) => ({ item, texts: textsOf(item) }));
  keyed.sort((a, b) => {
    for (const [index, text] of a.texts.entries()) {
      const order = collator.compare(text, b.texts[index] ?? '');
      if (order !== 0) return order;
    }
    return byCodeUnit(a.texts.join('\n'), b.texts.join('\n'));
  });
  return keyed.map(({ item }) => item);
}

/** Order of two texts by code unit: the only order that may decide bytes. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

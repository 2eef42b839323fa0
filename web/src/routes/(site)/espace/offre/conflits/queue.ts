/** The one to look at now: that of the address while it is still open, else the first; and the one after it. */
export function placeIn<Item>(
  items: Item[],
  keyOf: (item: Item) => string,
  asked: string | null,
): { current: Item | null; next: Item | null; index: number } {
  const found = items.findIndex((item) => keyOf(item) === asked);
  const index = Math.max(0, found);
  return { current: items[index] ?? null, next: items[index + 1] ?? null, index };
}

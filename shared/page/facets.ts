/** How many things have each value, the most frequent first; what has none is left out. */
export function facetOf<Item>(
  items: readonly Item[],
  read: (item: Item) => string | null | undefined,
): (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const item of items) {
    const value = read(item)
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}

import { nameKey } from '@ancrage/subgraph/slug';

const keyOf = (header: string): string => nameKey(header).replace(/[^a-z0-9]/g, '');

/**
 * Which column likely holds which field, by the names that such columns usually have (letters and digits alone, no
 * accents); each column once. An exact name wins over one that only begins like it.
 */
export function guessColumns<Field extends string>(
  headers: readonly string[],
  names: Readonly<Record<Field, readonly string[]>>,
): Partial<Record<Field, string>> {
  const columns: Partial<Record<Field, string>> = {};
  const free = new Map(headers.map((header) => [header, keyOf(header)]));
  const matches = [
    (key: string, usual: readonly string[]) => usual.includes(key),
    (key: string, usual: readonly string[]) => usual.some((name) => name.length > 3 && key.startsWith(name)),
  ];
  for (const match of matches) {
    for (const field of Object.keys(names) as Field[]) {
      if (columns[field]) continue;
      const header = [...free].find(([, key]) => match(key, names[field]))?.[0];
      if (header === undefined) continue;
      columns[field] = header;
      free.delete(header);
    }
  }
  return columns;
}

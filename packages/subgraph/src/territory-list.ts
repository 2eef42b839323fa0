/** A territory as the other subgraphs need it to count and to name it. */
export interface ListedTerritory {
  id: string;
  slug: string;
  name: string;
}

/** Lists that were read last: one for each region, and for each that changed meanwhile. */
const MOST_READ = 50;
const read = new Map<string, readonly ListedTerritory[]>();

/** Between territories: no character that JSON would have to escape, and none that an id or a short name has. */
const BETWEEN = '|';

/**
 * The territories of a region as one text. The gateway hands it from the subgraph that knows them to those
 * that count: a thousand small objects would take longer to be written down, read and found again than to be counted.
 */
export const writeTerritoryList = (territories: readonly ListedTerritory[]): string =>
  territories.map(({ id, slug, name }) => `${id} ${slug} ${name.replaceAll(BETWEEN, ' ')}`).join(BETWEEN);

/** The territories of such a text, the same objects for the same text: nobody may change them. */
export function readTerritoryList(text: string): readonly ListedTerritory[] {
  const known = read.get(text);
  if (known) return known;
  const parts = text === '' ? [] : text.split(BETWEEN);
  const territories = parts.map((part) => {
    const [id = '', slug = '', ...name] = part.split(' ');
    return { id, slug, name: name.join(' ') };
  });
  if (read.size >= MOST_READ) read.delete(read.keys().next().value as string);
  read.set(text, territories);
  return territories;
}

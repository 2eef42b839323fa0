/** One of a few words, or null. */
export const oneOf = <Value extends string>(values: readonly Value[], value: string | null): Value | null =>
  values.find((candidate) => candidate === value) ?? null;

/** A whole number from 0 to a maximum, or null. */
export function numberOf(digits: string | null, maximum: number): number | null {
  const value = digits && /^\d{1,3}$/.test(digits) ? Number(digits) : null;
  return value !== null && value <= maximum ? value : null;
}

/** How many words of a list are read at most. */
const longest = 60;

/** A list in an address: words with commas, as links have it, or a name repeated, as forms send it. */
export function listed(search: URLSearchParams, name: string): string[];
export function listed<Word extends string>(
  search: URLSearchParams,
  name: string,
  known: readonly Word[],
): Word[];
export function listed(search: URLSearchParams, name: string, known?: readonly string[]): string[] {
  const words = search.getAll(name).flatMap((value) => value.split(',', longest));
  return [...new Set(words.map((word) => word.trim()))]
    .filter((word) => word && (known === undefined || known.includes(word)))
    .slice(0, longest);
}

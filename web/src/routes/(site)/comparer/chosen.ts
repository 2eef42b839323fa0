/** How many communes stand side by side at most. */
export const mostCompared = 4;

/** What an address asks to compare: codes in their order, once each, and what it holds that cannot be shown. */
export type Chosen = { codes: string[]; strange: string[]; tooMany: string[] };

/** Reads `communes=09122,09225`, as links write it, and `communes=09122&communes=09225`, as a form does. */
export function chosenIn(search: URLSearchParams, known: (code: string) => boolean): Chosen {
  const asked = search
    .getAll('communes')
    .flatMap((codes) => codes.split(','))
    .map((code) => code.trim().toUpperCase().slice(0, 20))
    .filter(Boolean)
    .slice(0, 50);
  const distinct = [...new Set(asked)];
  const codes = distinct.filter(known);
  return {
    codes: codes.slice(0, mostCompared),
    strange: distinct.filter((code) => !known(code)).slice(0, 5),
    tooMany: codes.slice(mostCompared),
  };
}

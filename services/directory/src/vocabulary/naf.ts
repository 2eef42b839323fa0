import naf from '@socialgouv/codes-naf';

/** The 732 subclasses of the French nomenclature of activities (INSEE, NAF revision 2), by code. */
const SUBCLASSES: ReadonlyMap<string, string> = new Map(
  naf.filter(({ id }) => /^\d\d\.\d\d[A-Z]$/.test(id)).map(({ id, label }) => [id, label]),
);

/** A code as it is written in the nomenclature (62.01Z), or null for one that it does not have. Dots and blanks are forgiven. */
export function nafCode(text: string): string | null {
  const match = /^(\d\d)(\d\d)([A-Z])$/.exec(text.toUpperCase().replace(/[\s.]/g, ''));
  const code = match && `${match[1]}.${match[2]}${match[3]}`;
  return code && SUBCLASSES.has(code) ? code : null;
}

/** What INSEE calls an activity, in French; null for a code that is none. */
export const nafLabel = (code: string): string | null => SUBCLASSES.get(code) ?? null;

/** Every code with its label. */
export const nafSubclasses = (): { code: string; label: string }[] =>
  [...SUBCLASSES].map(([code, label]) => ({ code, label }));

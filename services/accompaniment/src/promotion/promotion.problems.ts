import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import type { Problems } from '@ancrage/subgraph/field-problem';

/** Ten million euros: more is a slip of the keyboard. */
const MOST_CENTS = 1_000_000_000;

/** A date without an hour as the database keeps it. */
export const day = (date: Date | null | undefined): string | null => date?.toISOString().slice(0, 10) ?? null;

/** A line that has to be there. */
export const line = (problems: Problems, field: string, text: string, longest = 120): string =>
  problems.text(field, cleanLine(text), longest);

/** A text that may be missing. */
export function optionalText(
  problems: Problems,
  field: string,
  text: string | null | undefined,
  longest: number,
): string | null {
  const cleaned = cleanText(text ?? '');
  return cleaned === '' ? null : problems.text(field, cleaned, longest);
}

/** Cents of euros; null stays null: what nobody said is not zero. */
export function cents(problems: Problems, field: string, amount: number | null | undefined): number | null {
  if (amount === null || amount === undefined) return null;
  if (amount < 0 || amount > MOST_CENTS)
    problems.add(field, 'De 0 à 10 000 000 €.', 'From €0 to €10,000,000.');
  return amount;
}

/** Pages that are nobody's to be led to from a poster. */
const CLOSED =
  /^\/(en\/)?(o|espace|operateur|connexion|deconnexion|files|auth|graphql|tiles|dev|verifier)(\/|$|\?)/;

/** A page of the site that a link may lead to, as a path; what is somewhere else is noted. */
export function ownPath(problems: Problems, field: string, text: string): string {
  const path = cleanLine(text) || '/';
  const fair = /^\/(?![/\\])[\w\-./~%?&=,#:@+]*$/.test(path) && path.length <= 200 && !path.includes('//');
  const read = fair ? new URL(path, 'https://site.invalid') : null;
  if (!read || CLOSED.test(read.pathname) || read.hostname !== 'site.invalid') {
    problems.add(
      field,
      'Choisissez une page publique de ce site, comme /decouvrir.',
      'Choose a public page of this site, such as /decouvrir.',
    );
    return path;
  }
  // The code is added when the link is followed: two of them would contradict each other.
  read.searchParams.delete('o');
  return read.pathname + read.search + read.hash;
}

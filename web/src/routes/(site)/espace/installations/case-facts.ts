import { formatDay } from '#lib/format/dates.ts';
import type { InstallationCardFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { horizonWords } from '#lib/prospects/prospect-words.ts';

/** Since when they live here, or when they think of coming. */
export function arrivalWords(installation: InstallationCardFragment): string {
  if (installation.effectiveOn) {
    return m.installation_since({ date: formatDay(installation.effectiveOn) });
  }
  return installation.expectedOn
    ? m.installation_expected({ date: formatDay(installation.expectedOn) })
    : installation.horizon
      ? horizonWords[installation.horizon]()
      : '';
}

/** Who leads a case: you, a colleague by name, nobody. */
export const leadWords = ({ mine, leadName }: InstallationCardFragment): string | null =>
  mine ? m.installation_you() : (leadName ?? null);

/** Years of birth as people write them: 2016, 2019; anything else is given on, to be refused with a word. */
export const yearsOf = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((year) => (/^\d{4}$/.test(year) ? Number(year) : 0));

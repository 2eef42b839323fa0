import { fail } from '@sveltejs/kit';
import type { PremisesOutcomeFragment } from '#lib/graphql/generated/graphql.ts';
import type { Member } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { PremisesValues, Problems } from './premises.form.ts';

/** Who may change premises; the API and the database decide again. */
export const mayWrite = (role: Member['role']): boolean =>
  role === 'AGENT' || role === 'ADMINISTRATOR' || role === 'OPERATOR';

/** What the API said of a change, as the page shows it; undefined when it was made. */
export function refusalOf(outcome: PremisesOutcomeFragment, values?: PremisesValues) {
  if (outcome.__typename === 'PremisesSaved') {
    return undefined;
  }
  const problems: Problems = problemsBy(outcome.problems);
  return fail(422, { problems, values });
}

import type { RetentionRuleShownFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

export type RetentionRule = RetentionRuleShownFragment;

/** What is kept, and since when its time runs. */
const kinds: Record<string, () => string> = {
  households: m.person_rule_households,
  leftSponsors: m.person_rule_sponsors,
  letters: m.person_rule_letters,
  lettersToOthers: m.person_rule_letters_others,
  exports: m.person_rule_exports,
  requests: m.person_rule_requests,
  unanswered: m.person_rule_unanswered,
  links: m.person_rule_links,
  reports: m.person_rule_reports,
  undecidedReports: m.person_rule_undecided,
  invitations: m.person_rule_invitations,
  premisesContacts: m.person_rule_premises,
};

export const ruleWords = ({ what }: RetentionRule): string => kinds[what]?.() ?? what;

/** P3Y: 3 ans; P30D: 30 jours. */
export function periodWords({ period }: RetentionRule): string {
  const count = Number.parseInt(period.slice(1), 10);
  return period.endsWith('Y') ? m.person_years({ count }) : m.person_days({ count });
}

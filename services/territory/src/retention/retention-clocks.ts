import type { RetentionClock } from '@ancrage/subgraph/retention-rule';

/** What leaves, and the statement that has it leave: $1 the territory, $2 the day. */
interface OwnClock extends RetentionClock {
  forget: string;
}

const DECIDED = 'P1Y';
const UNDECIDED = 'P3Y';
const CAMPAIGN = 'P1Y';
const CONTACT = 'P1Y';

const PARIS = `at time zone 'Europe/Paris'`;
const REPORT_LEAVES = `(case when t.status = 'PENDING' then t.created_at ${PARIS} + interval '${UNDECIDED}'
  else t.decided_at ${PARIS} + interval '${DECIDED}' end)::date`;
const INVITATION_LEAVES = `(c.due_on + interval '${CAMPAIGN}')::date`;
const CONTACT_LEAVES = `(t.expires_on + interval '${CONTACT}')::date`;
const NAMED = '(t.contact_name is not null or t.contact_email is not null or t.contact_phone is not null)';
const ASKED = '(t.email is not null or t.answered_by is not null or t.send_problem is not null)';

/**
 * What people wrote to the territory about its offer, and where they were written to. What was decided stays in the
 * history of facts; a place stays with its commune, without anybody's name. Generated contacts are nobody's.
 */
export const RETENTION_CLOCKS: readonly OwnClock[] = [
  {
    what: 'reports',
    period: DECIDED,
    rows: `correction t where t.territory_id = $1 and t.status <> 'PENDING'`,
    leavesOn: REPORT_LEAVES,
    forget: `delete from correction t where t.territory_id = $1 and t.status <> 'PENDING' and ${REPORT_LEAVES} <= $2::date`,
  },
  {
    what: 'undecidedReports',
    period: UNDECIDED,
    rows: `correction t where t.territory_id = $1 and t.status = 'PENDING'`,
    leavesOn: REPORT_LEAVES,
    forget: `delete from correction t where t.territory_id = $1 and t.status = 'PENDING' and ${REPORT_LEAVES} <= $2::date`,
  },
  {
    what: 'invitations',
    period: CAMPAIGN,
    rows: `campaign_invitation t join verification_campaign c on c.id = t.campaign_id where t.territory_id = $1 and ${ASKED}`,
    leavesOn: INVITATION_LEAVES,
    forget: `update campaign_invitation t set email = null, answered_by = null, send_problem = null
      from verification_campaign c
      where c.id = t.campaign_id and t.territory_id = $1 and ${ASKED} and ${INVITATION_LEAVES} <= $2::date`,
  },
  {
    what: 'premisesContacts',
    period: CONTACT,
    rows: `premises t where t.territory_id = $1 and not t.demonstration and ${NAMED}`,
    leavesOn: CONTACT_LEAVES,
    forget: `update premises t set contact_name = null, contact_email = null, contact_phone = null,
        contact_consent_at = null, contact_consent = null, updated_at = now()
      where t.territory_id = $1 and not t.demonstration and ${NAMED} and ${CONTACT_LEAVES} <= $2::date`,
  },
];

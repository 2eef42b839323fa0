import type { SubgraphContext } from '@ancrage/subgraph';
import type { HouseholdNeeds } from '../registration/household-needs.js';
import { RegistrationStatus } from '../registration/registration-status.js';
import { loadSession } from '../session/session.queries.js';
import { marksOpenAt } from './marks-open.js';
import type { RosterHousehold, RosterOther, RosterVisit, SessionRoster } from './roster.js';

/** Those whose people can be marked: they have, or had, a seat. */
export const EXPECTED: readonly RegistrationStatus[] = [
  RegistrationStatus.CONFIRMED,
  RegistrationStatus.ATTENDED,
  RegistrationStatus.NO_SHOW,
];

interface Mark {
  person: number;
  attended: boolean;
  assumed: boolean;
}

interface Row extends Omit<RosterHousehold, 'people'> {
  sessionId: string;
  adults: number;
  childrenBirthYears: number[];
  needs: HouseholdNeeds;
  visits: RosterVisit[];
  marks: Mark[];
}

const COLUMNS = `r.id as "registrationId", r.session_id as "sessionId", r.prospect_id as "prospectId", r.status,
  r.contact_name as "contactName", r.email, r.phone, r.adults, r.children_birth_years as "childrenBirthYears", r.project,
  r.needs, r.checked_in_at as "checkedInAt", r.demonstration, p.stage, p.next_action as "nextAction",
  p.next_action_on::text as "nextActionOn", p.owner_id as "ownerId",
  coalesce((select jsonb_agg(jsonb_build_object('startsAt', v.starts_at, 'title', v.title, 'place', v.place,
    'host', v.host) order by v.starts_at) from household_visit v where v.registration_id = r.id), '[]') as visits,
  coalesce((select jsonb_agg(jsonb_build_object('person', a.person, 'attended', a.attended,
    'assumed', a.marked_at <= s.starts_at - interval '1 day'))
    from attendance a where a.registration_id = r.id), '[]') as marks`;

const FROM = `registration r join discovery_session s on s.id = r.session_id join prospect p on p.id = r.prospect_id`;

/** Who is expected at a session; null when the territory has no such session. */
export async function selectRoster(
  context: SubgraphContext,
  sessionId: string,
): Promise<SessionRoster | null> {
  const session = await loadSession(context, sessionId);
  if (!session) return null;
  const rows = await context.read<Row>({
    name: 'roster of a session',
    text: `select ${COLUMNS} from ${FROM}
      where r.session_id = $1 order by lower(r.contact_name) nulls last, r.id`,
    values: [session.id],
  });
  return {
    session,
    opensAt: marksOpenAt(session.startsAt),
    begun: session.startsAt.getTime() <= Date.now(),
    households: rows.filter(isExpected).map(householdOf),
    others: rows
      .filter((row) => !isExpected(row))
      .map(({ registrationId, status }): RosterOther => ({ registrationId, status })),
  };
}

/** One household as the roster shows it, with its session; null when the territory has none. */
export async function selectRosterHousehold(
  context: SubgraphContext,
  registrationId: string,
): Promise<{ sessionId: string; household: RosterHousehold } | null> {
  const [row] = await context.read<Row>({
    name: 'household of a roster',
    text: `select ${COLUMNS} from ${FROM} where r.id = $1`,
    values: [registrationId],
  });
  return row ? { sessionId: row.sessionId, household: householdOf(row) } : null;
}

export const isExpected = ({ status }: Pick<RosterHousehold, 'status'>): boolean => EXPECTED.includes(status);

function householdOf({ adults, childrenBirthYears, marks, visits, ...row }: Row): RosterHousehold {
  const byPerson = new Map(marks.map((mark) => [mark.person, mark]));
  const birthYears = [...Array<null>(adults).fill(null), ...[...childrenBirthYears].sort((a, b) => a - b)];
  return {
    ...row,
    // A date within JSON comes as text.
    visits: visits.map((visit) => ({ ...visit, startsAt: new Date(visit.startsAt) })),
    people: birthYears.map((birthYear, person) => ({
      person,
      birthYear,
      attended: byPerson.get(person)?.attended ?? null,
      assumed: byPerson.get(person)?.assumed ?? false,
    })),
  };
}

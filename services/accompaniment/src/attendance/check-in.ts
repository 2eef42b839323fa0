import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { HouseholdLinks } from '../household/household-links.js';
import { loadSession } from '../session/session.queries.js';
import { CheckInHousehold, type CheckInRefusal, CheckInRefused } from './attendance.result.js';
import { hindranceOf, refusalMessage } from './attendance.words.js';
import { markAttendance } from './mark-attendance.js';
import { marksOpenAt } from './marks-open.js';
import { selectRosterHousehold } from './roster.queries.js';

/** The household that a code makes known, or why it is not let in. */
export async function householdOfCode(
  context: SubgraphContext,
  links: HouseholdLinks,
  token: string,
): Promise<CheckInHousehold | CheckInRefused> {
  const id = links.idOf('CHECK_IN', token);
  const found = id ? await selectRosterHousehold(context, id) : null;
  const session = found && (await loadSession(context, found.sessionId));
  const refusal = hindranceOf(
    found &&
      session && {
        status: found.household.status,
        sessionStatus: session.status,
        opensAt: marksOpenAt(session.startsAt),
      },
    new Date(),
  );
  if (refusal || !found || !session) return refuse(context, refusal as CheckInRefusal);
  return Object.assign(new CheckInHousehold(), { session, household: found.household });
}

/** Marks the whole household present, apart from those who were marked already. */
export async function checkIn(
  context: SubgraphContext,
  links: HouseholdLinks,
  token: string,
): Promise<CheckInHousehold | CheckInRefused> {
  const known = await householdOfCode(context, links, token);
  if (known.__typename === 'CheckInRefused') return known;
  const { registrationId, people } = known.household;
  const now = new Date();
  const marks = people
    .filter(({ attended, assumed }) => attended === null || assumed)
    .map(({ person }) => ({ key: randomUUID(), registrationId, person, attended: true, markedAt: now }));
  const when = { now, ahead: 0, locale: context.origin.locale };
  await context.write((connection) => markAttendance(connection, context.scope, marks, when));
  return householdOfCode(context, links, token);
}

function refuse(context: SubgraphContext, reason: CheckInRefusal): CheckInRefused {
  const message = refusalMessage(reason, context.origin.locale);
  return Object.assign(new CheckInRefused(), { reason, message });
}

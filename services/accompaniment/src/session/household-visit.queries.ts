import type { SubgraphContext } from '@ancrage/subgraph';
import type { HouseholdVisit } from './household-visit.entity.js';

const COLUMNS = `v.id, v.territory_id as "territoryId", v.registration_id as "registrationId",
  v.prospect_id as "prospectId", v.starts_at as "startsAt", v.title, v.place, v.host`;

/** What is arranged during a session, for all its households, by time. */
export function selectVisits(context: SubgraphContext, sessionId: string): Promise<HouseholdVisit[]> {
  return context.read<HouseholdVisit>({
    name: 'household visits',
    text: `select ${COLUMNS} from household_visit v join registration r on r.id = v.registration_id
      where v.territory_id = $1 and r.session_id = $2 order by v.starts_at, v.id limit 2000`,
    values: [context.requireTerritory(), sessionId],
  });
}

/** One of them, or null. */
export async function selectVisit(context: SubgraphContext, id: string): Promise<HouseholdVisit | null> {
  const [row] = await context.read<HouseholdVisit>({
    name: 'household visit',
    text: `select ${COLUMNS} from household_visit v where v.territory_id = $1 and v.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ?? null;
}

import type { SubgraphContext } from '@ancrage/subgraph';
import { asTerritory } from '@ancrage/subgraph/self-service';
import type { HouseholdLinks } from '../household/household-links.js';
import { asHousehold } from '../household/own-household.js';
import type { OwnRegistration, OwnVisit } from './own-registration.js';

/** Whose registration a link opens. */
export interface RegistrationHolder {
  registrationId: string;
  prospectId: string;
}

/** Who holds the token of a link; null for a token that is none, or whose registration the territory has not. */
export async function holderOf(
  context: SubgraphContext,
  links: HouseholdLinks,
  token: string,
): Promise<RegistrationHolder | null> {
  context.requireTerritory();
  const registrationId = links.idOf('REGISTRATION', token);
  if (!registrationId) return null;
  const [holder] = await asTerritory(context).read<RegistrationHolder>({
    name: 'holder of a registration',
    text: 'select id as "registrationId", prospect_id as "prospectId" from registration where id = $1',
    values: [registrationId],
  });
  return holder ?? null;
}

/** The registration as its household may see it. */
export async function selectOwnRegistration(
  context: SubgraphContext,
  { registrationId, prospectId }: RegistrationHolder,
): Promise<OwnRegistration | null> {
  const [row] = await asHousehold(context, prospectId).read<OwnRegistration>({
    name: 'own registration',
    text: `select id, session_id as "sessionId", prospect_id as "prospectId", checked_in_at as "checkedInAt", status,
        adults + cardinality(children_birth_years) as seats, adults, children_birth_years as "childrenBirthYears",
        contact_name as "contactName", needs, registered_at as "registeredAt", offer_expires_at as "offerExpiresAt"
      from registration where id = $1`,
    values: [registrationId],
  });
  return row ?? null;
}

/** Rank on the waiting list, from 1; null for who does not wait. Nothing else of the others leaves here. */
export async function selectPosition(
  context: SubgraphContext,
  { id, status }: Pick<OwnRegistration, 'id' | 'status'>,
): Promise<number | null> {
  if (status !== 'WAITLISTED') return null;
  const [row] = await asTerritory(context).read<{ position: number }>({
    name: 'position on a waiting list',
    text: `select count(*)::int as position from registration own
      join registration r on r.session_id = own.session_id and r.status = 'WAITLISTED'
        and r.arrival_order <= own.arrival_order
      where own.id = $1 and own.status = 'WAITLISTED'`,
    values: [id],
  });
  return row?.position || null;
}

/** What is arranged for the household alone, in its order. */
export function selectOwnVisits(
  context: SubgraphContext,
  { id, prospectId }: Pick<OwnRegistration, 'id' | 'prospectId'>,
): Promise<OwnVisit[]> {
  return asHousehold(context, prospectId).read<OwnVisit>({
    name: 'own visits',
    text: `select starts_at as "startsAt", title, place, host from household_visit
      where registration_id = $1 order by starts_at, title`,
    values: [id],
  });
}

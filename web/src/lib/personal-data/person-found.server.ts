import type { RequestEvent } from '@sveltejs/kit';
import {
  HouseholdPersonDocument,
  PersonSearchDocument,
  SoloPersonDocument,
  SponsorPersonDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { memberGateway } from '#lib/server/member.ts';

/** A record that somebody is known by: what it is, and where a request about them begins. */
export type PersonFound = {
  kind: 'household' | 'solo' | 'sponsor';
  id: string;
  name: string;
  email: string | null;
  record: string;
  request: string;
};

const longest = 200;
const fewest = 2;

/** Records whose name or address holds the words; null when there are too few to search by. */
export async function searchPersons(event: RequestEvent, words: string) {
  const search = words.trim().slice(0, longest);
  if (search.length < fewest) return null;
  const { prospectRecords, soloRecords, sponsorRecords } = await (await memberGateway(event)).ask(
    PersonSearchDocument,
    { search },
  );
  const found: PersonFound[] = [
    ...prospectRecords.nodes.map(({ id, contact }) => ({
      ...{ kind: 'household' as const, id, name: contact?.name ?? '', email: contact?.email ?? null },
      ...{ record: memberRoutes.prospect(id), request: memberRoutes.personRequests(`?foyer=${id}`) },
    })),
    ...soloRecords.nodes.map(({ id, displayName, contact }) => ({
      ...{ kind: 'solo' as const, id, name: displayName, email: contact.email ?? null },
      ...{ record: memberRoutes.soloRecord(id), request: memberRoutes.personRequests(`?fiche=${id}`) },
    })),
    ...sponsorRecords.nodes.map(({ id, name, email }) => ({
      ...{ kind: 'sponsor' as const, id, name, email },
      ...{ record: memberRoutes.sponsor(id), request: memberRoutes.personRequests(`?parrain=${id}`) },
    })),
  ];
  const total = prospectRecords.totalCount + soloRecords.totalCount + sponsorRecords.totalCount;
  return { words: search, found, more: total - found.length };
}

/** Whom a request is about when it begins from a record: `?foyer=`, `?fiche=` or `?parrain=` holds its id. */
export async function personMeant(event: RequestEvent) {
  const { searchParams } = event.url;
  const [household, solo, sponsor] = ['foyer', 'fiche', 'parrain'].map((name) => searchParams.get(name));
  const nobody = { name: null, email: '', phone: '', prospectId: null, soloId: null };
  if (!household && !solo && !sponsor) return nobody;
  const gateway = await memberGateway(event);
  if (household) {
    const { prospectRecord } = await gateway.ask(HouseholdPersonDocument, { id: household });
    return prospectRecord ? meant(prospectRecord.contact, { prospectId: prospectRecord.id }) : nobody;
  }
  if (solo) {
    const { soloRecord } = await gateway.ask(SoloPersonDocument, { id: solo });
    return soloRecord
      ? meant({ ...soloRecord.contact, name: soloRecord.displayName }, { soloId: soloRecord.id })
      : nobody;
  }
  const { sponsorRecord } = await gateway.ask(SponsorPersonDocument, { id: sponsor ?? '' });
  return sponsorRecord ? meant(sponsorRecord, {}) : nobody;
}

const meant = (
  contact: { name: string; email?: string | null; phone?: string | null } | null | undefined,
  ids: { prospectId?: string; soloId?: string },
) => ({
  name: contact?.name ?? null,
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  prospectId: ids.prospectId ?? null,
  soloId: ids.soloId ?? null,
});

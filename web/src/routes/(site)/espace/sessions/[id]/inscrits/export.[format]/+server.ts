import { SessionHouseholdsDocument } from '#lib/graphql/generated/graphql.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { clockOf } from '../../../session-form.ts';
import { statusWord } from '../household-words.ts';
import { householdsOf } from '../households.server.ts';
import type { RequestHandler } from './$types';

/** Every household of a session with what it needs, as a file. */
export const GET: RequestHandler = async (event) => {
  const { decides } = await memberOf(event);
  const { format, id } = event.params;
  if (!decides) {
    return forbidden();
  }
  if (!isExportFormat(format)) {
    return notFound();
  }
  const gateway = await memberGateway(event);
  const { sessionRecord, householdVisits } = await gateway.ask(SessionHouseholdsDocument, {
    id,
    sessionId: id,
  });
  if (!sessionRecord) {
    return notFound();
  }
  const households = await householdsOf(gateway, id);
  const visitsOf = (registration: string) =>
    householdVisits
      .filter(({ registrationId }) => registrationId === registration)
      .map(({ startsAt, title }) => `${clockOf(startsAt).slice(11)} ${title}`)
      .join(' ; ');
  const sharing = { OFFERS: m.households_need_offers, SEEKS: m.households_need_seeks };
  const rows = households.map(({ needs, ...household }) => [
    household.contactName,
    household.email,
    household.phone,
    statusWord(household.status),
    household.position,
    household.seats,
    household.adults,
    household.childrenBirthYears.join(', '),
    needs.lodging ? m.households_need_lodging() : null,
    needs.diet ?? null,
    needs.childcare?.join(', ') ?? null,
    needs.carSharing ? sharing[needs.carSharing]() : null,
    needs.leavingFrom ?? null,
    needs.remarks ?? null,
    visitsOf(household.id),
    clockOf(household.registeredAt).replace('T', ' '),
  ]);
  return exportResponse(format, {
    fileName: `inscrits-${sessionRecord.session.slug}`,
    head: [
      m.households_column_who(),
      m.households_export_email(),
      m.households_export_phone(),
      m.households_column_state(),
      m.households_export_rank(),
      m.households_column_seats(),
      m.households_resize_adults(),
      m.households_resize_years(),
      m.households_sum_lodging(),
      m.households_sum_diets(),
      m.households_sum_childcare(),
      m.households_export_cars(),
      m.households_export_from(),
      m.households_export_remarks(),
      m.households_column_visits(),
      m.households_export_registered(),
    ],
    pages: (async function* () {
      yield rows;
    })(),
  });
};

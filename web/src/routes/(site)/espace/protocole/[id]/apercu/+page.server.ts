import { ProtocolDaysDocument, ProtocolToReadDocument } from '#lib/graphql/generated/graphql.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';
import { readInvented } from './invented.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const { asked, variables, wrong } = readInvented(event.params.id, event.url.searchParams);
  const [{ welcomeProtocolRecord: record }, { plannedProtocolSteps }] = await Promise.all([
    gateway.ask(ProtocolToReadDocument, { id: event.params.id }),
    gateway.ask(ProtocolDaysDocument, variables),
  ]);
  if (!record) {
    return notFound();
  }
  const days = new Map(plannedProtocolSteps.map(({ key, dueOn }) => [key, dueOn ?? null]));
  const planned = record.steps
    .filter(({ key }) => days.has(key))
    .map((step) => ({ ...step, due: days.get(step.key) ?? null }))
    // By day; what has none yet comes last.
    .sort((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'));
  return { record, asked, wrong, planned };
};

import { InstallationCaseDocument, InstallationChoicesDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { carriersOf, memberGateway, memberOf } from '#lib/server/member.ts';
import { stepActions } from '../step-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { caseActions } from './case.actions.server.ts';

export const load: PageServerLoad = async (event) => {
  const { decides, person } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const [{ installationRecord }, { territory, networkActors }, carriers] = await Promise.all([
    gateway.ask(InstallationCaseDocument, { id: event.params.id }),
    gateway.ask(InstallationChoicesDocument, {}),
    carriersOf(event),
  ]);
  if (!installationRecord) {
    return notFound();
  }
  return {
    installation: installationRecord,
    communes: territory?.communes ?? [],
    actors: networkActors ?? [],
    carriers,
    me: { id: person.id, name: person.name },
  };
};

export const actions: Actions = { ...stepActions, ...caseActions };

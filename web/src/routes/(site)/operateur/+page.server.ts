import { type OperatedState, OperatedTerritoriesDocument } from '#lib/graphql/generated/graphql.ts';
import { operatorGateway } from '#lib/server/operator.ts';
import type { PageServerLoad } from './$types';
import { states } from './operator-words.ts';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const search = (searchParams.get('q') ?? '').slice(0, 120);
  const state = states.find((known) => known === searchParams.get('etat')) ?? null;
  const gateway = await operatorGateway(event);
  const { operatedTerritories } = await gateway.ask(OperatedTerritoriesDocument, {
    search: search || null,
    state: state as OperatedState | null,
    after: searchParams.get('apres'),
  });
  return { territories: operatedTerritories, search, state, from: searchParams.has('apres') };
};

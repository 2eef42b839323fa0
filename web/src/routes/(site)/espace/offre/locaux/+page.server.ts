import { ManagedPremisesDocument, type PremisesFilter } from '#lib/graphql/generated/graphql.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';
import { mayWrite } from './premises.actions.ts';

/** The lists that members keep apart, by the word in the address. */
const lists: Record<string, PremisesFilter> = {
  'en-ligne': { states: ['PUBLISHED'] },
  'a-renouveler': { toRenew: true },
  brouillons: { states: ['DRAFT'] },
  archives: { states: ['ARCHIVED'] },
};

export const load: PageServerLoad = async (event) => {
  const { role } = await memberOf(event);
  const { searchParams } = event.url;
  const asked = searchParams.get('liste') ?? '';
  const list = asked in lists ? asked : 'en-ligne';
  const search = searchParams.get('q')?.trim().slice(0, 80) ?? '';
  const { premises, toRenew } = await (await memberGateway(event)).ask(ManagedPremisesDocument, {
    filter: { ...lists[list], ...(search && { search }) },
    after: searchParams.get('suite')?.slice(0, 200) || null,
  });
  return { list, search, premises, toRenew: toRenew.totalCount, writes: mayWrite(role) };
};

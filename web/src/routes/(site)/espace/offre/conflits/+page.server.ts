import { redirect } from '@sveltejs/kit';
import { factKey } from '#lib/facts/fact.ts';
import { factActions } from '#lib/facts/fact-actions.server.ts';
import { familyNamed } from '#lib/facts/families.ts';
import { ConflictsDocument, DecidedConflictsDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList, serialiseList } from '#lib/list/list-state.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { conflictShape } from './conflict-list.ts';
import { placeIn } from './queue.ts';

/** Enough to work through in one sitting; those that follow move up as these are settled. */
const queueLength = 60;
const decidedLength = 20;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const { searchParams } = event.url;
  const view = parseList(conflictShape, searchParams);
  const gateway = await memberGateway(event);
  const families = (view.filters.famille ?? []).flatMap((value) => familyNamed(value) ?? []);
  const [open, decided] = await Promise.all([
    gateway.ask(ConflictsDocument, {
      first: queueLength,
      search: view.q || null,
      families: families.length > 0 ? families : null,
    }),
    gateway.ask(DecidedConflictsDocument, { first: decidedLength }),
  ]);
  const { current, next, index } = placeIn(open.facts.nodes, factKey, searchParams.get('fait'));
  return {
    view,
    total: open.facts.totalCount,
    queue: open.facts.nodes,
    current,
    next: next && factKey(next),
    index,
    settled: searchParams.get('tranche'),
    decided: decided.facts,
  };
};

export const actions: Actions = {
  /** Settled: on to the next one, at once. */
  decide: async (event) => {
    const following = event.url.searchParams.get('puis');
    const result = await factActions.decide(event);
    if (!('done' in result)) {
      return result;
    }
    const rest = serialiseList(conflictShape, parseList(conflictShape, event.url.searchParams));
    const place = new URLSearchParams({ ...(following && { fait: following }), tranche: result.key });
    return redirect(303, memberRoutes.conflicts(`${rest || '?'}${rest ? '&' : ''}${place}`));
  },
  withdraw: factActions.withdraw,
};

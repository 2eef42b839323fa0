import { OfferMatrixDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { matrixCommunes, matrixList, matrixPage, matrixShape, rowOf } from './matrix.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const view = parseList(matrixShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ territory }, views] = await Promise.all([
    gateway.ask(OfferMatrixDocument, {}),
    savedViews(gateway, matrixList),
  ]);
  if (!territory) {
    return notFound();
  }
  const shown = matrixCommunes(territory.communes, view);
  const start = startOf(view.after, shown.length);
  const following = start + matrixPage;
  return {
    view,
    views,
    intercommunalities: territory.intercommunalities,
    rows: shown.slice(start, following).map(rowOf),
    start,
    count: shown.length,
    total: territory.communes.length,
    next: following < shown.length ? String(following) : null,
  };
};

export const actions: Actions = savedViewActions(matrixList, matrixShape);

/** The rows before a page; an address that is none starts at the first. */
function startOf(after: string | null, count: number): number {
  const start = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0;
  return start < count ? start : 0;
}

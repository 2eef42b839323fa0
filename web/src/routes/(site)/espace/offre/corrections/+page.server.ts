import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  AcceptCorrectionsDocument,
  CorrectionQueueDocument,
  RefuseCorrectionsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { correctionFilter, correctionList, correctionShape } from './correction-list.ts';

const pageLength = 50;
const reasonLength = 1000;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const view = parseList(correctionShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ corrections }, views] = await Promise.all([
    gateway.ask(CorrectionQueueDocument, {
      filter: correctionFilter(view),
      first: pageLength,
      after: view.after,
    }),
    savedViews(gateway, correctionList),
  ]);
  return { view, corrections, views };
};

/** What was chosen and typed: one row's own button counts alone, else the boxes that are ticked. */
async function chosen(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const only = form.get('only');
  const ids = (only ? [only] : form.getAll('correction')).map(String).slice(0, 100);
  return { ids, alone: only !== null, form, reason: String(form.get('reason') ?? '').trim() };
}

export const actions: Actions = {
  ...savedViewActions(correctionList, correctionShape),
  accept: async (event) => {
    const { ids, alone, form, reason } = await chosen(event);
    if (ids.length === 0) {
      return fail(422, { chosen: ids, reason, problem: m.corrections_none_chosen() });
    }
    // Several at once are confirmed first, and these very ones: what is accepted shows on the public site.
    if (!alone && form.get('confirmed') !== ids.join(',')) {
      return { chosen: ids, reason, confirm: true };
    }
    const gateway = await memberGateway(event);
    const { acceptCorrections } = await gateway.change(AcceptCorrectionsDocument, { ids });
    return acceptCorrections.__typename === 'OfferRefused'
      ? fail(422, { chosen: ids, reason, problem: acceptCorrections.problems[0]?.message })
      : { accepted: ids.length };
  },
  refuse: async (event) => {
    const { ids, alone, form, reason: shared } = await chosen(event);
    const reason = alone ? String(form.get(`reason-${ids[0]}`) ?? '').trim() || shared : shared;
    const kept = { chosen: ids, reason, refusing: true };
    if (ids.length === 0) {
      return fail(422, { ...kept, problem: m.corrections_none_chosen() });
    }
    if (reason.length < 1 || reason.length > reasonLength) {
      return fail(422, { ...kept, problem: m.corrections_reason_problem({ maximum: reasonLength }) });
    }
    const gateway = await memberGateway(event);
    const { refuseCorrections } = await gateway.change(RefuseCorrectionsDocument, { ids, reason });
    return refuseCorrections.__typename === 'OfferRefused'
      ? fail(422, { ...kept, problem: refuseCorrections.problems[0]?.message })
      : { refused: ids.length };
  },
};

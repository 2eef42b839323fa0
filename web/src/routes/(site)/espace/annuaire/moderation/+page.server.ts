import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  DecideEntryChangeDocument,
  ModeratedEntryChangeDocument,
  ModerationQueueDocument,
  SaveRefusalReasonsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

/** Enough for one sitting; those that follow move up as these are decided. */
const queueLength = 50;
const reasonLength = 1000;

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { waiting: null };
  }
  const { searchParams } = event.url;
  const gateway = await memberGateway(event);
  const { entryChanges, decidedEntryChanges, refusalReasons } = await gateway.ask(ModerationQueueDocument, {
    first: queueLength,
  });
  const { nodes, totalCount } = entryChanges;
  const found = nodes.findIndex(({ id }) => id === searchParams.get('fiche'));
  const index = Math.max(0, found);
  const asked = nodes[index];
  const { entryChange } = asked
    ? await gateway.ask(ModeratedEntryChangeDocument, { id: asked.id })
    : { entryChange: null };
  return {
    waiting: nodes,
    total: totalCount,
    index,
    change: entryChange ?? null,
    next: nodes[index + 1]?.id ?? (index > 0 ? nodes[0]?.id : undefined) ?? null,
    reasons: refusalReasons,
    decided: decidedEntryChanges,
    done: decidedEntryChanges.find(({ id }) => id === searchParams.get('decidee')) ?? null,
    gone: searchParams.has('fiche') && found === -1,
  };
};

async function agentsForm(event: RequestEvent): Promise<FormData> {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  return event.request.formData();
}

export const actions: Actions = {
  /** Decided: on to the next one, at once. Publishing is asked twice, since the person is written to. */
  decide: async (event) => {
    const form = await agentsForm(event);
    const id = String(form.get('id') ?? '').slice(0, 36);
    const version = Number(form.get('version')) || 0;
    const refuses = form.get('verdict') === 'REFUSE';
    const reason = String(form.get('reason') ?? '').trim() || String(form.get('ready') ?? '');
    if (!refuses && form.get('confirmed') !== '1') {
      return { id, confirm: true };
    }
    if (refuses && (reason === '' || reason.length > reasonLength)) {
      return fail(422, {
        id,
        typed: reason.slice(0, 2 * reasonLength),
        problem: m.moderation_reason_problem({ maximum: reasonLength }),
      });
    }
    const gateway = await memberGateway(event);
    const { decideEntryChange } = await gateway.change(DecideEntryChangeDocument, {
      input: { id, version, verdict: refuses ? 'REFUSE' : 'ACCEPT', reason: refuses ? reason : null },
    });
    switch (decideEntryChange.__typename) {
      case 'EntryChangeOvertaken':
        return fail(409, { id, overtaken: decideEntryChange.message });
      case 'EntryDecisionRefused':
        return fail(422, { id, typed: reason, problem: decideEntryChange.problems[0]?.message });
      default: {
        const following = event.url.searchParams.get('puis');
        const place = new URLSearchParams({ ...(following && { fiche: following }), decidee: id });
        return redirect(303, memberRoutes.moderation(`?${place}`));
      }
    }
  },
  reasons: async (event) => {
    const text = String((await agentsForm(event)).get('reasons') ?? '').slice(0, 20_000);
    const reasons = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    if (reasons.length > 20 || reasons.some((line) => line.length > 300)) {
      return fail(422, { reasonsTyped: text, reasonsProblem: m.reasons_problem() });
    }
    const gateway = await memberGateway(event);
    await gateway.change(SaveRefusalReasonsDocument, { reasons });
    return { reasonsSaved: true };
  },
};

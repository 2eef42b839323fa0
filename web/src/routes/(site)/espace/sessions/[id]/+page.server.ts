import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  CancelSessionDocument,
  CloseSessionDocument,
  DeleteSessionDraftDocument,
  DuplicateSessionDocument,
  PublishSessionDocument,
  ReopenSessionDocument,
  SaveSessionDocument,
  SessionToPlanDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { editProgramme } from '../edit-programme.server.ts';
import { inputOf, problemsOf, readSession, valuesOf } from '../session-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is asked before it is done; asked in the address, so without JavaScript too. */
const questions = ['clore', 'annuler', 'dupliquer', 'supprimer'] as const;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const { sessionRecord: record, territory } = await gateway.ask(SessionToPlanDocument, {
    id: event.params.id,
  });
  if (!record) {
    return notFound();
  }
  const { searchParams } = event.url;
  return {
    record,
    values: valuesOf(record),
    communes: territory?.communes ?? [],
    asking: questions.find((question) => searchParams.has(question)) ?? null,
    created: searchParams.has('cree'),
    copied: searchParams.has('copie'),
    /** Read once, so that what is shown of the past does not differ between server and browser. */
    now: new Date().toISOString(),
  };
};

type Turn = typeof PublishSessionDocument | typeof CloseSessionDocument | typeof ReopenSessionDocument;

const turn = (document: Turn, done: 'published' | 'closed' | 'reopened') => async (event: RequestEvent) => {
  await memberOf(event);
  const { outcome } = await (await memberGateway(event)).change(document, { id: event.params['id'] ?? '' });
  return outcome.__typename === 'SessionSaved'
    ? { done, told: 0 }
    : fail(422, { problems: problemsOf(outcome.problems) });
};

export const actions: Actions = {
  save: async (event) => {
    await memberOf(event);
    const form = await event.request.formData();
    const values = readSession(form);
    const { outcome } = await (await memberGateway(event)).change(SaveSessionDocument, {
      input: inputOf(values, event.params.id, form.get('tell') === 'oui'),
    });
    switch (outcome.__typename) {
      case 'SessionSaved':
        return { done: 'saved' as const, told: outcome.told };
      case 'SessionChangeToConfirm':
        return fail(409, { values, confirm: outcome });
      default: {
        const problems = problemsOf(outcome.problems);
        const theirs = problems['version'] && outcome.current ? valuesOf(outcome.current) : null;
        return fail(422, { values, problems, theirs });
      }
    }
  },
  edit: editProgramme,
  publish: turn(PublishSessionDocument, 'published'),
  close: turn(CloseSessionDocument, 'closed'),
  reopen: turn(ReopenSessionDocument, 'reopened'),
  cancel: async (event) => {
    await memberOf(event);
    const reason = String((await event.request.formData()).get('reason') ?? '').slice(0, 2000);
    const { outcome } = await (await memberGateway(event)).change(CancelSessionDocument, {
      id: event.params.id,
      reason,
    });
    return outcome.__typename === 'SessionSaved'
      ? { done: 'cancelled' as const, told: outcome.told }
      : fail(422, { problems: problemsOf(outcome.problems), reason });
  },
  duplicate: async (event) => {
    await memberOf(event);
    const startsAt = String((await event.request.formData()).get('copyStartsAt') ?? '').slice(0, 40);
    const { outcome } = await (await memberGateway(event)).change(DuplicateSessionDocument, {
      id: event.params.id,
      startsAt,
    });
    if (outcome.__typename === 'SessionSaved') {
      redirect(303, memberRoutes.sessionPlan(outcome.record.id, '?copie'));
    }
    const { startsAt: copyStartsAt, ...others } = problemsOf(outcome.problems);
    return fail(422, {
      problems: { ...others, ...(copyStartsAt && { copyStartsAt }) },
      copyStartsAt: startsAt,
    });
  },
  delete: async (event) => {
    await memberOf(event);
    await (await memberGateway(event)).change(DeleteSessionDraftDocument, { id: event.params.id });
    redirect(303, memberRoutes.sessions('?supprimee'));
  },
};

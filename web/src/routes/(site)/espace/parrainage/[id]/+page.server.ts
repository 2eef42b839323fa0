import { fail, type RequestEvent } from '@sveltejs/kit';
import { dayOf } from '#lib/format/dates.ts';
import {
  EndSponsorshipDocument,
  LogSponsorshipContactDocument,
  NoteSponsorshipAnswerDocument,
  OneSponsorshipDocument,
  type SponsorshipOutcomeFragment,
} from '#lib/graphql/generated/graphql.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { contactInput, readContact } from '#lib/sponsors/sponsor-form.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { sponsorshipRecord } = await gateway.ask(OneSponsorshipDocument, { id: event.params.id });
  if (!sponsorshipRecord) {
    return notFound();
  }
  return {
    pair: sponsorshipRecord,
    proposed: event.url.searchParams.has('propose'),
    today: dayOf(new Date().toISOString()),
  };
};

type Part = 'answer' | 'contact' | 'end';

async function agentOf(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const version = Math.trunc(Number(typedIn(form, 'version'))) || 0;
  return { form, version, words: typedIn(form, 'words'), gateway: await memberGateway(event) };
}

/** What came of a step; what was typed stays when nothing was saved. */
function told<Typed>(outcome: SponsorshipOutcomeFragment, part: Part, typed: Typed) {
  switch (outcome.__typename) {
    case 'SponsorshipSaved':
      return { done: part };
    case 'SponsorshipOutdated':
      return fail(409, { part, typed, outdated: true, problems: {} });
    case 'SponsorshipRefused':
      return fail(422, { part, typed, outdated: false, problems: problemsBy(outcome.problems) });
  }
}

export const actions: Actions = {
  answer: async (event) => {
    const { form, version, words, gateway } = await agentOf(event);
    const side = typedIn(form, 'side') === 'HOUSEHOLD' ? 'HOUSEHOLD' : 'SPONSOR';
    const accept = typedIn(form, 'accept') === 'yes';
    const { noteSponsorshipAnswer } = await gateway.change(NoteSponsorshipAnswerDocument, {
      id: event.params.id,
      version,
      side,
      accept,
      words,
    });
    return told(noteSponsorshipAnswer, 'answer', { words, side, accept });
  },
  contact: async (event) => {
    const { form, gateway } = await agentOf(event);
    const typed = readContact(form);
    const { logSponsorshipContact } = await gateway.change(LogSponsorshipContactDocument, {
      id: event.params.id,
      input: contactInput(typed),
    });
    return told(logSponsorshipContact, 'contact', typed);
  },
  end: async (event) => {
    const { version, words, gateway } = await agentOf(event);
    const { endSponsorship } = await gateway.change(EndSponsorshipDocument, {
      id: event.params.id,
      version,
      words,
    });
    return told(endSponsorship, 'end', { words });
  },
};

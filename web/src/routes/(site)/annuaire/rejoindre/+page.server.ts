import { fail, isHttpError } from '@sveltejs/kit';
import { EntryConsentSentencesDocument, RequestEntryLinkDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { privatePage, publicPage } from '#lib/server/cache.ts';
import { env } from '#lib/server/env.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, setHeaders }) => {
  // What answers a form repeats an address: nobody in between keeps it.
  setHeaders(request.method === 'GET' ? publicPage : privatePage);
  const { entryConsentSentences } = await locals.gateway.ask(EntryConsentSentencesDocument, {
    locale: getLocale(),
  });
  return { sentences: entryConsentSentences, localMail: env().DEV_MAIL_URL !== undefined };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').slice(0, 300);
    const email = text('email').trim();
    try {
      const { requestEntryLink } = await visitorGateway(event).change(RequestEntryLinkDocument, {
        email,
        website: text('website'),
      });
      if (requestEntryLink.__typename === 'EntryRefused') {
        return fail(422, { email, fault: requestEntryLink.problems[0]?.message ?? m.entry_later() });
      }
      return { email, sent: true };
    } catch (failure) {
      if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
      return fail(failure.status, { email, fault: m.entry_later() });
    }
  },
};

import { fail, isHttpError, redirect } from '@sveltejs/kit';
import { AskCallbackDocument, CallbackConsentDocument } from '#lib/graphql/generated/graphql.ts';
import { originOf, originOfForm } from '#lib/origin/origin.ts';
import { m } from '#lib/paraglide/messages.js';
import {
  emptyHousehold,
  householdInput,
  type Problems,
  readHousehold,
  typedIn,
} from '#lib/prospects/household-fields.ts';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const day = /^\d{4}-\d{2}-\d{2}$/;

export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  // The form's key is one person's, and what answers a form repeats what they typed.
  setHeaders(privatePage);
  const { registrationConsent } = await locals.gateway.ask(CallbackConsentDocument, {});
  const thanks = url.searchParams.get('merci') ?? '';
  return {
    wordings: registrationConsent,
    values: emptyHousehold(),
    origin: originOf(url),
    key: crypto.randomUUID(),
    callOn: day.test(thanks) && Date.parse(thanks) ? thanks : null,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = readHousehold(form);
    const origin = originOfForm(form);
    const [key, version] = [typedIn(form, 'key'), typedIn(form, 'version')];
    const [accepted, news] = [form.get('accepted') === 'on', form.get('news') === 'on'];
    const refuse = (status: number, problems: Problems) =>
      fail(status, { values, origin, key, accepted, news, problems });
    let callOn: string;
    try {
      const { askCallback } = await visitorGateway(event).change(AskCallbackDocument, {
        input: {
          ...householdInput(values),
          phone: values.phone,
          origin,
          key,
          consent: { textVersion: version, accepted, news },
          website: typedIn(form, 'website').slice(0, 300),
        },
      });
      if (askCallback.__typename === 'CallbackRefused') {
        return refuse(422, problemsBy(askCallback.problems));
      }
      callOn = askCallback.callOn;
    } catch (failure) {
      if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
      return refuse(failure.status, { form: m.callback_later() });
    }
    redirect(303, routes.callback(`?merci=${callOn}`));
  },
};

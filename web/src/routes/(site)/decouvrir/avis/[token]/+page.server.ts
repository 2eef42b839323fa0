import { fail, isHttpError, redirect } from '@sveltejs/kit';
import { AnswerSurveyDocument, OwnSurveyDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { outlooks } from '#lib/sessions/outlook-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  setHeaders({ ...privatePage, 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  const { ownSurvey: survey } = await locals.gateway.ask(OwnSurveyDocument, { token: params.token });
  const { rating, outlook, liked, missed } = survey?.reply ?? {};
  return {
    survey,
    values: {
      rating: rating ? String(rating) : '',
      outlook: outlook ?? '',
      liked: liked ?? '',
      missed: missed ?? '',
    },
    thanked: url.searchParams.has('merci') && survey?.reply !== null,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').slice(0, 20_000);
    const values = {
      rating: text('rating'),
      outlook: text('outlook'),
      liked: text('liked'),
      missed: text('missed'),
    };
    const refuse = (status: number, problems: Record<string, string>) => fail(status, { values, problems });
    try {
      const { answerSurvey } = await visitorGateway(event).change(AnswerSurveyDocument, {
        token: event.params.token,
        input: {
          rating: /^[1-5]$/.test(values.rating) ? Number(values.rating) : null,
          outlook: outlooks.find((outlook) => outlook === values.outlook) ?? null,
          liked: values.liked,
          missed: values.missed,
        },
      });
      if (answerSurvey.__typename === 'SurveyRefused') {
        const { message, problems } = answerSurvey;
        return refuse(422, {
          ...Object.fromEntries(problems.map(({ field, message: what }) => [field, what])),
          form: problems.length > 0 ? m.survey_problems() : message,
        });
      }
    } catch (failure) {
      // What was written is not lost to a busy moment.
      if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
      return refuse(failure.status, { form: m.survey_later() });
    }
    redirect(303, routes.survey(event.params.token, '?merci'));
  },
};

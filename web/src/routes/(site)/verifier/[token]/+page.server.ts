import { fail, isHttpError, redirect } from '@sveltejs/kit';
import {
  AnswerVerificationDocument,
  VerificationInvitationDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';
import { answersOf, readForm, valuesOf } from './answers.form.ts';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  setHeaders({ ...privatePage, 'x-robots-tag': 'noindex' });
  const asked = { token: params.token, locale: getLocale() };
  const { verificationInvitation: invitation } = await locals.gateway.ask(
    VerificationInvitationDocument,
    asked,
  );
  if (!invitation) {
    return { invitation: null };
  }
  const usualName = m.verification_town_hall({ commune: invitation.commune.name });
  const thanked = Number(url.searchParams.get('merci'));
  return {
    invitation,
    values: valuesOf(invitation, usualName),
    sent: Number.isInteger(thanked) && thanked > 0 && thanked <= 60 ? thanked : null,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params, request } = event;
    const asked = { token: params.token, locale: getLocale() };
    const { verificationInvitation: invitation } = await locals.gateway.ask(
      VerificationInvitationDocument,
      asked,
    );
    if (!invitation) {
      redirect(303, routes.verification(params.token));
    }
    const codes = invitation.facts.map(({ type }) => type.code);
    const values = readForm(await request.formData(), codes);
    const answers = answersOf(values, invitation.facts);
    if (answers.length === 0) {
      return fail(422, { values, problems: { answers: m.verification_nothing() } as Record<string, string> });
    }
    const input = { token: params.token, answeredBy: values.answeredBy, answers };
    try {
      const { answerVerification } = await visitorGateway(event).change(AnswerVerificationDocument, {
        input,
      });
      if (answerVerification.__typename === 'OfferRefused') {
        const refused = answerVerification.problems.map(({ field, message }) => [field, message]);
        return fail(422, { values, problems: Object.fromEntries(refused) as Record<string, string> });
      }
    } catch (failure) {
      // What a town hall typed for ten minutes is not lost to a busy moment.
      if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
      return fail(failure.status, {
        values,
        problems: { answers: m.verification_later() } as Record<string, string>,
      });
    }
    redirect(303, `${routes.verification(params.token)}?merci=${answers.length}`);
  },
};

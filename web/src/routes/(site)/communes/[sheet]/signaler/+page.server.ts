import { fail, isHttpError, redirect } from '@sveltejs/kit';
import {
  FacilityTypesDocument,
  ReportErrorDocument,
  ReportedCommuneDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { publicPage } from '#lib/server/cache.ts';
import { unknownCommune } from '#lib/server/failures.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';
import { inputOf, readForm, type Values } from './report.form.ts';

const codeOf = (sheet: string) => /^([0-9AB]{5})(?:-|$)/.exec(sheet)?.[1] ?? '';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const { gateway } = locals;
  const { commune } = await gateway.ask(ReportedCommuneDocument, { code: codeOf(params.sheet) });
  if (!commune) {
    return unknownCommune();
  }
  const { facilityTypes } = await gateway.ask(FacilityTypesDocument, { locale: getLocale() });
  setHeaders(publicPage);
  const asked = url.searchParams.get('type') ?? '';
  const values: Values = {
    type: facilityTypes.some(({ code }) => code === asked) ? asked : '',
    count: '',
    note: '',
  };
  const family = url.searchParams.get('famille');
  // Those of the family that one comes from stand first.
  const types = facilityTypes.toSorted((a, b) => Number(b.family === family) - Number(a.family === family));
  return { commune, types, values, sent: url.searchParams.has('merci') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = readForm(form);
    const input = inputOf(
      codeOf(event.params.sheet),
      values,
      String(form.get('website') ?? '').slice(0, 200),
    );
    try {
      const { reportError } = await visitorGateway(event).change(ReportErrorDocument, { input });
      if (reportError.__typename === 'OfferRefused') {
        const refused = reportError.problems.map(({ field, message }) => [field, message]);
        return fail(422, { values, problems: Object.fromEntries(refused) as Record<string, string> });
      }
    } catch (failure) {
      if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
      return fail(failure.status, { values, problems: { form: m.report_later() } as Record<string, string> });
    }
    const { commune } = await event.locals.gateway.ask(ReportedCommuneDocument, { code: input.communeCode });
    redirect(303, commune ? `${routes.report(commune)}?merci` : routes.map());
  },
};

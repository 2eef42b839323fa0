import { fail } from '@sveltejs/kit';
import {
  type Basemap,
  MailDomainsDocument,
  TerritorySettingsDocument,
  UpdateTerritoryDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { forgetTenant } from '#lib/server/tenant.ts';
import type { Actions, PageServerLoad } from './$types';
import { readForm, type SettingsValues, siteLocales } from './settings.form.ts';
import { fieldOf, problemsOf } from './settings.problems.ts';

export const load: PageServerLoad = async (event) => {
  const { administers } = await memberOf(event);
  const gateway = await memberGateway(event);
  const [{ territory }, { mailDomains }] = await Promise.all([
    gateway.ask(TerritorySettingsDocument, {}),
    administers ? gateway.ask(MailDomainsDocument, {}) : { mailDomains: [] },
  ]);
  if (!territory) {
    return notFound();
  }
  const values: SettingsValues = {
    name: territory.name,
    ...territory.theme,
    locales: territory.locales,
    defaultLocale: territory.defaultLocale,
    basemap: territory.basemap,
    basemapStyle: territory.basemapStyle ?? '',
    texts: {
      fr: { tagline: territory.frenchTagline ?? '', presentation: territory.frenchPresentation ?? '' },
      en: { tagline: territory.englishTagline ?? '', presentation: territory.englishPresentation ?? '' },
    },
    senderName: territory.mailSender.name ?? '',
    senderReplyTo: territory.mailSender.replyTo ?? '',
    senderFrom: territory.mailSender.from ?? '',
  };
  return { values, mailDomains };
};

export const actions: Actions = {
  default: async (event) => {
    const { administers } = await memberOf(event);
    if (!administers) {
      return forbidden();
    }
    const values = readForm(await event.request.formData());
    const problems = problemsOf(values);
    if (Object.keys(problems).length > 0) {
      return fail(422, { values, problems });
    }
    const gateway = await memberGateway(event);
    const { name, accent, paper, ink, locales, defaultLocale, basemap, basemapStyle, texts } = values;
    const { updateTerritory } = await gateway.change(UpdateTerritoryDocument, {
      input: {
        name,
        theme: { accent, paper, ink },
        locales,
        defaultLocale,
        basemap: basemap as Basemap,
        ...(basemap === 'CUSTOM' && { basemapStyle }),
        mailSender: {
          name: values.senderName || null,
          replyTo: values.senderReplyTo || null,
          from: values.senderFrom || null,
        },
        texts: siteLocales.map((locale) => ({ locale, ...texts[locale] })),
      },
    });
    if (updateTerritory.__typename === 'TerritoryRefused') {
      const refused = updateTerritory.problems.map(({ field, message }) => [fieldOf(field), message]);
      return fail(422, { values, problems: Object.fromEntries(refused) as Record<string, string> });
    }
    forgetTenant(event.url.hostname);
    return { values, saved: true };
  },
};

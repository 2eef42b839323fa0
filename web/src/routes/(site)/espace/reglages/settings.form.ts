import { z } from 'zod';
import type { Basemap } from '#lib/graphql/generated/graphql.ts';

/** The languages the site is written in; a territory offers one or both. */
export const siteLocales = ['fr', 'en'] as const;
export type SiteLocale = (typeof siteLocales)[number];

/** Everything the form holds, as text, so that a refused save gives back exactly what was typed. */
export type SettingsValues = {
  name: string;
  accent: string;
  paper: string;
  ink: string;
  locales: string[];
  defaultLocale: string;
  basemap: string;
  basemapStyle: string;
  texts: Record<SiteLocale, { tagline: string; presentation: string }>;
  senderName: string;
  senderReplyTo: string;
  senderFrom: string;
};

/** One problem per field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

const text = (form: FormData, name: string) =>
  String(form.get(name) ?? '')
    .replace(/\r\n/g, '\n')
    .trim();

export function readForm(form: FormData): SettingsValues {
  const words = (locale: SiteLocale) => ({
    tagline: text(form, `tagline-${locale}`),
    presentation: text(form, `presentation-${locale}`),
  });
  return {
    name: text(form, 'name'),
    accent: text(form, 'accent').toLowerCase(),
    paper: text(form, 'paper').toLowerCase(),
    ink: text(form, 'ink').toLowerCase(),
    locales: form.getAll('locales').map(String),
    defaultLocale: text(form, 'defaultLocale'),
    basemap: text(form, 'basemap'),
    basemapStyle: text(form, 'basemapStyle'),
    texts: { fr: words('fr'), en: words('en') },
    senderName: text(form, 'senderName'),
    senderReplyTo: text(form, 'senderReplyTo'),
    senderFrom: text(form, 'senderFrom'),
  };
}

/** The bounds that the API sets, known here so that the form can say them in words. */
export const limits = {
  name: 120,
  tagline: 160,
  presentation: 2000,
  basemapStyle: 500,
  senderName: 80,
  address: 254,
};

/** What may lie under the maps. */
export const basemaps = ['PLAN_IGN', 'QUIET', 'CUSTOM'] as const satisfies readonly Basemap[];

const words = z.object({
  tagline: z.string().max(limits.tagline),
  presentation: z.string().max(limits.presentation),
});

export const settingsSchema = z.object({
  name: z.string().min(2).max(limits.name),
  // Other languages that the operator may have switched on pass through untouched.
  locales: z.array(z.string()).refine((locales) => siteLocales.some((locale) => locales.includes(locale))),
  defaultLocale: z.string().min(2),
  basemap: z.enum(basemaps),
  basemapStyle: z.string().max(limits.basemapStyle),
  texts: z.object({ fr: words, en: words }),
  senderName: z.string().max(limits.senderName),
  senderReplyTo: z.string().max(limits.address),
  senderFrom: z.string().max(limits.address),
});

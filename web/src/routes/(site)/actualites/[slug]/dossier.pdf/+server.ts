import { formatDay } from '#lib/format/dates.ts';
import { OneArrivalDocument, PressContactDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { pressSheet } from '#lib/server/news/press-sheet.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** An arrival as a sheet that newsrooms keep and print. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { name, theme } = tenantIn(locals);
  const [{ arrival }, { territory }] = await Promise.all([
    locals.gateway.ask(OneArrivalDocument, { slug: params.slug.slice(0, 100) }),
    locals.gateway.ask(PressContactDocument, {}),
  ]);
  if (!arrival) {
    return notFound();
  }
  const fact = (label: string, value: string | null | undefined) => (value ? [{ name: label, value }] : []);
  const { solo } = arrival;
  const bytes = await pressSheet({
    locale: getLocale(),
    site: name,
    eyebrow: m.press_eyebrow(),
    title: arrival.title,
    summary: arrival.summary,
    facts: [
      ...fact(m.press_date(), arrival.publishedAt && formatDay(arrival.publishedAt)),
      ...fact(m.press_commune(), arrival.commune?.name),
      ...fact(m.press_know_how(), solo && [solo.displayName, solo.activity].join(', ')),
      ...fact(m.press_skills(), solo?.skills.join(', ')),
    ],
    paragraphs: arrival.paragraphs,
    contact: {
      title: m.press_contact(),
      lines: [name, ...(territory?.intercommunalities ?? []).map((body) => body.name)],
      address: url.origin + routes.arrival(arrival.slug),
    },
    demonstration: arrival.demonstration ? m.press_demonstration() : null,
    colours: theme,
    createdAt: new Date(arrival.updatedAt),
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${m.press_file()}-${arrival.slug}.pdf"`,
      ...peoplePage,
    },
  });
};

import { fail } from '@sveltejs/kit';
import {
  NewsChoicesDocument,
  type NewsChoicesQuery,
  NewsPreviewDocument,
  SendNewsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { type NewsValues, readNewsForm } from './news-form.ts';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { choices: null, values: null };
  }
  const choices = await choicesOf(event);
  const values: NewsValues = {
    id: crypto.randomUUID(),
    subject: m.news_subject_proposed(),
    introduction: '',
    // A full one is announced only when somebody wants it to be.
    sessions: choices.sessions.filter(({ seatsLeft }) => seatsLeft > 0).map(({ id }) => id),
    fairs: [],
    arrivals: [],
  };
  return { choices, values };
};

/** What can be announced: sessions that take registrations, fairs that are shown, arrivals that were told. */
async function choicesOf(event: RequestEvent) {
  const gateway = await memberGateway(event);
  const answer: NewsChoicesQuery = await gateway.ask(NewsChoicesDocument, { now: new Date().toISOString() });
  const sessions = (answer.discoverySessions?.nodes ?? []).filter(({ status }) => status === 'PUBLISHED');
  return {
    audience: answer.newsAudience,
    issues: answer.newsIssues,
    sessions: sessions.slice(0, 12),
    fairs: (answer.fairs?.nodes ?? []).slice(0, 12),
    arrivals: answer.arrivals?.nodes ?? [],
  };
}

/** The form, and the letter that the API is asked for. */
async function read(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const values = readNewsForm(await event.request.formData());
  const { arrivals } = await choicesOf(event);
  const input = {
    id: values.id,
    subject: values.subject,
    introduction: values.introduction || null,
    sessionIds: values.sessions,
    fairIds: values.fairs,
    arrivals: arrivals
      .filter(({ slug }) => values.arrivals.includes(slug))
      .map(({ slug, title }) => ({ slug, title: title.slice(0, 200) })),
  };
  return { values, input, gateway: await memberGateway(event) };
}

export const actions: Actions = {
  preview: async (event) => {
    const { values, input, gateway } = await read(event);
    const { newsPreview } = await gateway.ask(NewsPreviewDocument, { input });
    return newsPreview.__typename === 'NewsRefused'
      ? fail(422, { values, problems: problemsBy(newsPreview.problems) })
      : { values, preview: newsPreview };
  },
  send: async (event) => {
    const { values, input, gateway } = await read(event);
    const { sendNews } = await gateway.change(SendNewsDocument, { input });
    return sendNews.__typename === 'NewsRefused'
      ? fail(422, { values, problems: problemsBy(sendNews.problems) })
      : { sent: sendNews.households };
  },
};

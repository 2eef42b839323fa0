import { fail } from '@sveltejs/kit';
import {
  AnswerOwnFollowUpDocument,
  ChangeOwnContactDocument,
  ReadOwnMessagesDocument,
  SettleOwnStepDocument,
  WriteToTeamDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Problems, typedIn } from '#lib/prospects/household-fields.ts';
import { act, type ProjectEvent } from './act.server.ts';

const choice = (text: string, longest: number): number | null =>
  /^\d{1,2}$/.test(text) && Number(text) <= longest ? Number(text) : null;

export const projectActions = {
  step: async (event: ProjectEvent) => {
    const form = await event.request.formData();
    const stepId = typedIn(form, 'step');
    const version = Number.parseInt(typedIn(form, 'version'), 10) || 0;
    return act(
      event,
      'etape',
      { step: stepId },
      async (gateway, token) =>
        (await gateway.change(SettleOwnStepDocument, { token, stepId, version })).settleOwnStep,
    );
  },
  write: async (event: ProjectEvent) => {
    const form = await event.request.formData();
    const typed = { body: typedIn(form, 'body'), key: typedIn(form, 'key') };
    return act(
      event,
      'message',
      typed,
      async (gateway, token) => (await gateway.change(WriteToTeamDocument, { token, ...typed })).writeToTeam,
    );
  },
  read: (event: ProjectEvent) =>
    act(
      event,
      'lu',
      {},
      async (gateway, token) => (await gateway.change(ReadOwnMessagesDocument, { token })).readOwnMessages,
    ),
  contact: async (event: ProjectEvent) => {
    const form = await event.request.formData();
    const input = {
      name: typedIn(form, 'name'),
      email: typedIn(form, 'email'),
      phone: typedIn(form, 'phone'),
      livesIn: typedIn(form, 'livesIn'),
      callWhen: typedIn(form, 'callWhen'),
    };
    return act(
      event,
      'contact',
      input,
      async (gateway, token) =>
        (await gateway.change(ChangeOwnContactDocument, { token, input })).changeOwnContact,
    );
  },
  followUp: async (event: ProjectEvent) => {
    const form = await event.request.formData();
    const names = ['id', 'here', 'jobs', 'rating', 'words'] as const;
    const typed = Object.fromEntries(names.map((name) => [name, typedIn(form, name)])) as Record<
      (typeof names)[number],
      string
    >;
    const jobs = choice(typed.jobs.trim(), 50);
    const problems: Problems = {
      ...(!['oui', 'non'].includes(typed.here) && { here: m.project_followup_missing() }),
      ...(typed.jobs.trim() !== '' && jobs === null && { jobs: m.project_followup_jobs_wrong() }),
    };
    if (Object.keys(problems).length > 0) return fail(422, { part: 'nouvelles' as const, typed, problems });
    const input = {
      stillHere: typed.here === 'oui',
      jobs,
      rating: choice(typed.rating, 5) || null,
      words: typed.words,
    };
    return act(
      event,
      'nouvelles',
      typed,
      async (gateway, token) =>
        (await gateway.change(AnswerOwnFollowUpDocument, { token, id: typed.id, input })).answerOwnFollowUp,
    );
  },
};

import { fail, isHttpError, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  AnswerOwnFollowUpDocument,
  ChangeOwnContactDocument,
  type OwnProjectOutcomeFragment,
  ReadOwnMessagesDocument,
  SettleOwnStepDocument,
  WriteToTeamDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Problems, typedIn } from '#lib/prospects/household-fields.ts';
import { routes } from '#lib/routes.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { problemsBy } from '#lib/ui/problems.ts';

type Event = RequestEvent<{ token: string }>;
type Typed = Record<string, string>;
/** Which form of the page was sent; what it was told is said beside it. */
export type ProjectPart = 'etape' | 'message' | 'lu' | 'contact' | 'nouvelles';

/** Does what a form asks, then shows the page anew; what was typed stays when it is refused. */
async function act(
  event: Event,
  part: ProjectPart,
  typed: Typed,
  change: (gateway: GatewayClient, token: string) => Promise<OwnProjectOutcomeFragment>,
) {
  const { token } = event.params;
  const refuse = (status: number, problems: Problems) => fail(status, { part, typed, problems });
  try {
    const outcome = await change(visitorGateway(event), token);
    if (outcome.__typename === 'OwnProjectRefused' && !outcome.gone)
      return refuse(422, problemsBy(outcome.problems));
  } catch (failure) {
    if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
    return refuse(failure.status, { form: m.project_later() });
  }
  redirect(303, routes.project(token, `?fait=${part}`));
}

const choice = (text: string, longest: number): number | null =>
  /^\d{1,2}$/.test(text) && Number(text) <= longest ? Number(text) : null;

export const projectActions = {
  step: async (event: Event) => {
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
  write: async (event: Event) => {
    const form = await event.request.formData();
    const typed = { body: typedIn(form, 'body'), key: typedIn(form, 'key') };
    return act(
      event,
      'message',
      typed,
      async (gateway, token) => (await gateway.change(WriteToTeamDocument, { token, ...typed })).writeToTeam,
    );
  },
  read: (event: Event) =>
    act(
      event,
      'lu',
      {},
      async (gateway, token) => (await gateway.change(ReadOwnMessagesDocument, { token })).readOwnMessages,
    ),
  contact: async (event: Event) => {
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
  followUp: async (event: Event) => {
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

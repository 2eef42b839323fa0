import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import {
  CheckInDocument,
  CloseSessionDayDocument,
  MarkAttendanceDocument,
  SessionDayDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { roster: null };
  }
  const gateway = await memberGateway(event);
  const { sessionRoster } = await gateway.ask(SessionDayDocument, { sessionId: event.params.id });
  return { roster: sessionRoster ?? notFound() };
};

async function agentOf(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  return { gateway: await memberGateway(event), form: await event.request.formData() };
}

/** A page that works without its script has marks leave at once; the script notes them on the phone first. */
export const actions: Actions = {
  mark: async (event) => {
    const { gateway, form } = await agentOf(event);
    const [person, attended] = String(form.get('mark')).split(':');
    const mark = {
      key: randomUUID(),
      registrationId: String(form.get('registration')),
      person: Number(person),
      attended: attended === 'true',
      markedAt: new Date().toISOString(),
    };
    const { markAttendance } = await gateway.change(MarkAttendanceDocument, { input: { marks: [mark] } });
    const refused = markAttendance[0]?.message;
    return refused ? fail(422, { refused }) : { marked: true };
  },
  all: async (event) => {
    const { gateway, form } = await agentOf(event);
    const { checkIn } = await gateway.change(CheckInDocument, { token: String(form.get('token')) });
    return checkIn.__typename === 'CheckInRefused'
      ? fail(422, { refused: checkIn.message })
      : { marked: true };
  },
  close: async (event) => {
    const { gateway, form } = await agentOf(event);
    const absentHouseholds = Number(form.get('absent'));
    const { closeSessionDay } = await gateway.change(CloseSessionDayDocument, {
      sessionId: event.params.id,
      absentHouseholds: Number.isInteger(absentHouseholds) ? absentHouseholds : -1,
    });
    if (closeSessionDay.__typename === 'SessionDayRefused') {
      return fail(409, { refused: closeSessionDay.message });
    }
    redirect(303, memberRoutes.sessionDay(event.params.id, `?absents=${closeSessionDay.absentHouseholds}`));
  },
};

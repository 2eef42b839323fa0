import { fail, redirect } from '@sveltejs/kit';
import {
  AbsencesDocument,
  RemoveAbsenceDocument,
  SetAbsenceDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import { carriersOf, memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const fields = ['memberId', 'standInId', 'firstDay', 'lastDay'] as const;
const dayOf = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && Date.parse(text) ? text : null);

export const load: PageServerLoad = async (event) => {
  const { decides, person } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const [{ absences }, members] = await Promise.all([gateway.ask(AbsencesDocument, {}), carriersOf(event)]);
  return { absences, members, me: person.id, removed: event.url.searchParams.has('retiree') };
};

export const actions: Actions = {
  add: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const typed = Object.fromEntries(fields.map((name) => [name, typedIn(form, name)])) as Record<
      (typeof fields)[number],
      string
    >;
    const members = await carriersOf(event);
    const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? '';
    const { setAbsence } = await (await memberGateway(event)).change(SetAbsenceDocument, {
      input: {
        memberId: typed.memberId,
        memberName: nameOf(typed.memberId),
        standInId: typed.standInId,
        standInName: nameOf(typed.standInId),
        firstDay: dayOf(typed.firstDay),
        lastDay: dayOf(typed.lastDay),
      },
    });
    return setAbsence.__typename === 'AbsenceSaved'
      ? { moved: setAbsence.moved }
      : fail(422, { typed, problems: problemsBy(setAbsence.problems) });
  },
  remove: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    await (await memberGateway(event)).change(RemoveAbsenceDocument, { id: typedIn(form, 'absence') });
    return redirect(303, `${memberRoutes.absences()}?retiree`);
  },
};
